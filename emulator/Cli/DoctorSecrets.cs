using System.CommandLine;
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

/// <summary>The options that give one of a merchant's two secrets.</summary>
internal sealed class DoctorSecretOptions(string kind, string variable)
{
    public Option<string?> Text { get; } = new($"--{kind}-secret")
    {
        Description = $"The merchant's {kind} secret. Otherwise {variable}; where there is neither secret, the published ones of merchant 9970.",
        HelpName = "text",
    };

    public Option<string?> File { get; } = new($"--{kind}-secret-file") { Description = $"A file that holds the {kind} secret.", HelpName = "path" };

    public DoctorSecretSource GetSource(ParseResult parsed, Func<string, string?> environment) =>
        new(Text.Name, parsed.GetValue(Text), parsed.GetValue(File), environment(variable));
}

/// <summary>The places one of a merchant's secrets can come from; what was typed goes before the environment.</summary>
internal sealed record DoctorSecretSource(string Option, string? Typed, string? File, string? FromEnvironment)
{
    /// <summary>The secret, neither it nor a problem when none is given, or one sentence on what is wrong.</summary>
    public (string? Secret, string? Problem) Find() => (Typed, File) switch
    {
        (not null, not null) => (null, $"Give {Option} or {Option}-file, not both."),
        ("", _) => (null, $"The secret of {Option} is empty; leave {Option} out to take the sandbox's published ones."),
        (not null, _) => (Typed, null),
        (_, not null) => Read(File),
        _ => (string.IsNullOrEmpty(FromEnvironment) ? null : FromEnvironment, null),
    };

    public override string ToString() => Option;

    private (string? Secret, string? Problem) Read(string path)
    {
        try
        {
            var text = System.IO.File.ReadAllText(path).TrimEnd('\r', '\n');
            return text.Length > 0 ? (text, null) : (null, $"The file of {Option}-file is empty; write the secret into it.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, $"The file of {Option}-file cannot be read; check that it exists and that you may read it.");
        }
    }
}
