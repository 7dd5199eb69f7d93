using System.Xml.Linq;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Testing;

/// <summary>What a service under test does: pays, signing without the product's help.</summary>
internal static class ServiceCall
{
    /// <returns>What the answer says: a status, or a code where there is one.</returns>
    public static async Task<string> PayAsync(
        HttpClient service, Sandbox sandbox, SandboxMerchant merchant, string order, string card, string link, string? secret = null)
    {
        var call = (SignedCall.Payout(order, card: card, merchant: merchant.Id) with { Secret = secret ?? merchant.PayoutSecret }).With("pg_post_link", link);
        using var request = call.AsForm();
        request.RequestUri = new Uri(sandbox.Address, request.RequestUri!);
        using var response = await service.SendAsync(request);
        var answer = XElement.Parse(await response.Content.ReadAsStringAsync());
        return answer.Element("pg_error_code")?.Value ?? answer.Element("pg_status")!.Value;
    }
}
