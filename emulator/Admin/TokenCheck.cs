namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>What came of showing a token.</summary>
/// <param name="IsRight">Whether it is the token.</param>
/// <param name="Wait">How long nothing is looked at, because too many wrong ones came before.</param>
internal readonly record struct TokenCheck(bool IsRight, TimeSpan? Wait)
{
    public static TokenCheck Right { get; } = new(true, null);

    public static TokenCheck Wrong { get; } = new(false, null);

    /// <summary>The wait in whole seconds, never less than there is of it.</summary>
    public int Seconds => (int)Math.Ceiling(Wait.GetValueOrDefault().TotalSeconds);

    public static TokenCheck After(TimeSpan wait) => new(false, wait);
}
