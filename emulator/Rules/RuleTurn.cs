namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>Which of the calls that a rule is about it decides; what is missing does not restrict it, and all that is given must hold.</summary>
/// <param name="First">Only so many, from the first on.</param>
/// <param name="Every">Only each so-many-th.</param>
/// <param name="Probability">Only this share, by chance.</param>
internal readonly record struct RuleTurn(long? First = null, long? Every = null, double? Probability = null)
{
    /// <param name="count">The how-many-th call it is, from 1.</param>
    /// <param name="chance">The call's chance, from 0 up to but not 1.</param>
    public bool Comes(long count, Func<double> chance) =>
        (First is not { } first || count <= first)
        && (Every is not { } every || count % every == 0)
        && (Probability is not { } probability || chance() < probability);
}
