using System.Globalization;
using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Emulator.Payouts;

namespace FreedomPaySandbox.Emulator.Access;

/// <summary>Under which address recipients reach the sandbox: the host that the merchant called, unless a setting names another.</summary>
/// <param name="publicUrl">That setting, without a slash at its end.</param>
internal sealed class PublicAddress(string? publicUrl)
{
    /// <summary>The sandbox as browsers know it that reach it by that host.</summary>
    public string OfSandbox(CalledHost host) => publicUrl ?? host.ToString();

    /// <summary>The address of a payout's page. The merchant's number in it says whose page it is; the ticket is not to be guessed.</summary>
    public string OfPage(SignedRequest request, Payout payout) => string.Create(
        CultureInfo.InvariantCulture,
        $"{OfSandbox(request.Host)}/pages/{payout.MerchantId}-{request.State.Seed.Ticket(payout.PaymentId)}");
}
