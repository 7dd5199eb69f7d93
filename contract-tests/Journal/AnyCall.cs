using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Journal;

/// <summary>A call as the gateway hands it to the journal, of which a test changes what it is about.</summary>
internal static class AnyCall
{
    public const string Card = "4405645000006150";
    public const string Mask = "440564-XX-XXXX-6150";

    public static HandledCall With(Parameters? fields, string outcome = "ok", long? paymentId = null, JournalAnswer? answer = null) => new()
    {
        At = DateTimeOffset.UnixEpoch,
        Duration = TimeSpan.FromMilliseconds(1.5),
        Method = "POST",
        Path = "/g2g/p2p2nonreg",
        ContentType = "multipart/form-data",
        Operation = "p2p2nonreg",
        Fields = fields,
        PaymentId = paymentId,
        Answer = answer,
        Outcome = outcome,
    };

    public static JournalEntry Entry(string order, string outcome = "ok", long? paymentId = null) =>
        JournalEntry.From(With(new Parameters { { Fields.OrderId, order } }, outcome, paymentId), 9970, secrets: null);
}
