using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Signatures;
using FreedomPaySandbox.Emulator.Signing;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary>Both secrets of the merchant that calls, from wherever they are given (S-9).</summary>
internal sealed record DoctorSecrets(DoctorSecretSource Payout, DoctorSecretSource Receive)
{
    public (MerchantSecrets? Secrets, string? Problem) Find(SignCall call)
    {
        var (payout, payoutProblem) = Payout.Find();
        var (receive, receiveProblem) = Receive.Find();
        if ((payoutProblem ?? receiveProblem) is { } problem)
            return (null, problem);
        if (MerchantSecrets.Create(payout, receive) is { } secrets)
            return (secrets, null);
        return SignSecret.Published(call) is not null
            ? (MerchantSecrets.Published, null)
            : (null, $"Only merchant 9970 has published secrets; give this merchant's with {Payout.Option} and {Receive.Option}, or {SignSecretSource.PayoutVariable} and {SignSecretSource.ReceiveVariable}.");
    }

    /// <summary>The one other merchant that everybody knows: the sandbox's own.</summary>
    public static IReadOnlyList<OtherMerchant> OthersThan(MerchantSecrets secrets) =>
        secrets.ArePublished ? [] : [new OtherMerchant(Merchant.DefaultId, MerchantSecrets.Published)];
}
