using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>Which amounts a rule is about, both ends included; an end that is missing is open.</summary>
internal sealed record AmountRange(Amount? From, Amount? To)
{
    /// <summary>Whether it is one amount rather than a range.</summary>
    public bool IsExact => From is not null && From == To;

    public static AmountRange Exactly(Amount amount) => new(amount, amount);

    public bool Fits(Amount amount) => !(amount < From) && !(amount > To);
}
