namespace FreedomPaySandbox.Emulator.Cli;

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
