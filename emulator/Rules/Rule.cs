namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>When a call is like this, then that happens to it.</summary>
internal sealed record Rule(string Name, RuleCondition When, RuleEffect Then)
{
    public const int MaxName = 100;

    public override string ToString() => Name;
}
