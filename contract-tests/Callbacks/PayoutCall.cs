using System.Xml.Linq;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Callbacks;

/// <summary>A merchant's request for a payout, signed without the emulator's help.</summary>
internal sealed record PayoutCall(string OrderId, string PostLink)
{
    public const string Success = "4671593866478252";
    public const string Failure = "4556046085041740";
    public const string ProcessThenSuccess = "5507841999732294";
    public const string ProcessThenFailure = "4532676596620704";

    public string Card { get; init; } = Success;

    public string Amount { get; init; } = "1000";

    public Merchant Merchant { get; init; } = Merchant.Default;

    /// <summary>Calls the gateway.</summary>
    /// <returns>The answer's root element.</returns>
    public async Task<XElement> SendAsync(HttpClient gateway)
    {
        var signed = IndependentDigest.Sign("p2p2nonreg", Unsigned(), Merchant.Secrets.Payout);
        using var form = new FormUrlEncodedContent(signed.Select(field => KeyValuePair.Create(field.Name, field.Value)));
        using var response = await gateway.PostAsync(new Uri("/g2g/p2p2nonreg", UriKind.Relative), form);
        return XElement.Parse(await response.EnsureSuccessStatusCode().Content.ReadAsStringAsync());
    }

    private Parameters Unsigned() => new()
    {
        { Fields.MerchantId, $"{Merchant.Id}" },
        { Fields.OrderId, OrderId },
        { Fields.Amount, Amount },
        { Fields.PaymentTo, Card },
        { Fields.Description, "Payout under test" },
        { Fields.PostLink, PostLink },
        { Fields.Salt, "salt" },
    };
}
