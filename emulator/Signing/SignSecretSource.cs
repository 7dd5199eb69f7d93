namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>The places a secret can come from. What was typed goes before the environment, and that before the published secrets.</summary>
internal sealed record SignSecretSource(string? Typed, string? File, Func<string, string?> Environment)
{
    public const string PayoutVariable = "FPS_PAYOUT_SECRET";
    public const string ReceiveVariable = "FPS_RECEIVE_SECRET";

    /// <summary>The secret for the call, or one sentence on why there is none.</summary>
    public (SignSecret? Secret, string? Problem) Find(SignCall call) => (Typed, File) switch
    {
        (not null, not null) => (null, "Give --secret or --secret-file, not both."),
        (not null, _) => Create(Typed, "--secret"),
        (_, not null) => ReadFile(File),
        _ when (FromEnvironment(call) ?? SignSecret.Published(call)) is { } secret => (secret, null),
        _ => (null, $"Only merchant 9970 has a published secret; give this merchant's with --secret, --secret-file or {PayoutVariable}."),
    };

    // Where a merchant has only one secret it serves for both (S-9).
    private SignSecret? FromEnvironment(SignCall call)
    {
        string[] variables = SignSecret.UsesReceiveSecret(call) ? [ReceiveVariable, PayoutVariable] : [PayoutVariable];
        return variables
            .Select(name => (Name: name, Text: Environment(name)))
            .Where(variable => !string.IsNullOrEmpty(variable.Text))
            .Select(variable => new SignSecret(variable.Text!, variable.Name))
            .FirstOrDefault();
    }

    private static (SignSecret? Secret, string? Problem) ReadFile(string path)
    {
        try
        {
            return Create(System.IO.File.ReadAllText(path).TrimEnd('\r', '\n'), "--secret-file");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return (null, "The file of --secret-file cannot be read; check that it exists and that you may read it.");
        }
    }

    private static (SignSecret? Secret, string? Problem) Create(string text, string origin) => text.Length > 0
        ? (new SignSecret(text, origin), null)
        : (null, $"The secret of {origin} is empty; leave {origin} out to sign with the sandbox's published one.");
}
