namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>
/// One thing that can be chosen: as a flag (<c>--settle-after</c>), an environment variable (<c>FPS_SETTLE_AFTER</c>) or a member of
/// the settings file (<c>settleAfter</c>).
/// </summary>
/// <param name="Name">The flag without its dashes; the other two names follow from it.</param>
/// <param name="Help">What it does, for <c>--help</c>.</param>
/// <param name="Apply">Takes the text over, or says in a few words what is expected instead.</param>
internal sealed record Setting<T>(string Name, string Help, SettingValue<T> Apply)
{
    /// <summary>In JSON it is <c>true</c> or <c>false</c>, which other settings are not: they would take the word for a text.</summary>
    public bool IsTrueOrFalse { get; init; }

    public string Flag => "--" + Name;

    public string Variable => "FPS_" + Name.ToUpperInvariant().Replace('-', '_');

    public string Member => string.Concat(
        Name.Split('-').Select((word, i) => i == 0 ? word : char.ToUpperInvariant(word[0]) + word[1..]));
}
