namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>
/// One thing that can be chosen: as a flag (<c>--settle-after</c>), an environment variable (<c>FPS_SETTLE_AFTER</c>) or a member of
/// the settings file (<c>settleAfter</c>).
/// </summary>
/// <param name="Name">The flag without its dashes; the other two names follow from it.</param>
/// <param name="Help">What it does, for <c>--help</c>.</param>
/// <param name="Apply">Takes the text over, or says in a few words what is expected instead.</param>
/// <param name="Show">What is set, as it would be written; empty where nothing is. Secrets are masked.</param>
internal sealed record Setting<T>(string Name, string Help, SettingValue<T> Apply, Func<T, string> Show)
{
    /// <summary>In JSON it is <c>true</c> or <c>false</c>, which other settings are not: they would take the word for a text.</summary>
    public bool IsTrueOrFalse { get; init; }

    /// <summary>What must not be printed may stand in a file, too, named by a variable (<c>FPS_PAYOUT_SECRET_FILE</c>).</summary>
    public bool IsSecret { get; init; }

    /// <summary>A variable that other programs know, too, and that counts where the setting's own is not there.</summary>
    public string? CommonVariable { get; init; }

    public string Flag => "--" + Name;

    /// <summary>Names the file of a secret.</summary>
    public string? FileVariable => IsSecret ? Variable + "_FILE" : null;

    public string Variable => "FPS_" + Name.ToUpperInvariant().Replace('-', '_');

    public string Member => string.Concat(
        Name.Split('-').Select((word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
