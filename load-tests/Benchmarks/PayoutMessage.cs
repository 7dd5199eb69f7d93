using System.Text;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Benchmarks;

/// <summary>The payout of all benchmarks: the vendor's documented fields, a published test card.</summary>
internal static class PayoutMessage
{
    public const string Script = "p2p2nonreg", Secret = "sandbox-payout-secret";

    public const string Boundary = "----a-boundary-as-curl-makes-them";

    public static Parameters Fields { get; } = Signed(new Parameters
    {
        { Protocol.Fields.MerchantId, "9970" },
        { Protocol.Fields.OrderId, "1234" },
        { Protocol.Fields.Amount, "100" },
        { Protocol.Fields.PaymentTo, "4671593866478252" },
        { Protocol.Fields.Description, "Зарплата за ноябрь" },
        { Protocol.Fields.PostLink, "https://shop.test/payouts/post" },
        { Protocol.Fields.Salt, "some random string" },
        { Protocol.Fields.UserId, "1234" },
        { Protocol.Fields.CardName, "Ivan Ivanov" },
        { Protocol.Fields.Currency, "KZT" },
    });

    public static byte[] AsForm { get; } = Encoding.ASCII.GetBytes(FormMessage.Write(Fields));

    public static byte[] AsJson { get; } = Encoding.UTF8.GetBytes($"{{{string.Join(',', Fields.Select(field => $"\"{field.Name}\":\"{field.Value}\""))}}}");

    public static string AsXml { get; } = XmlMessage.Write(Protocol.Fields.Request, Fields);

    public static byte[] AsMultipart { get; } = Encoding.UTF8.GetBytes(string.Concat(
        Fields.Select(field => $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{field.Name}\"\r\n\r\n{field.Value}\r\n")) + $"--{Boundary}--\r\n");

    private static Parameters Signed(Parameters fields)
    {
        fields.Add(Protocol.Fields.Signature, Signature.Compute(Script, fields, Secret));
        return fields;
    }
}
