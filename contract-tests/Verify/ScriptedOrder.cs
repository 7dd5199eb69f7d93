using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Verification;

/// <summary>An order of a scripted merchant.</summary>
internal sealed class ScriptedOrder(Amount? amount, ScriptedOrder? before)
{
    public Lock Gate { get; } = new();

    /// <summary>None of one that a callback made.</summary>
    public Amount? Amount => amount;

    /// <summary>The one told right before it.</summary>
    public ScriptedOrder? Before => before;

    public string State { get; set; } = "unknown";

    public int Times { get; set; }

    public HashSet<string> Salts { get; } = new(StringComparer.Ordinal);

    /// <summary>Set when a second callback about it comes while a first is handled.</summary>
    public TaskCompletionSource Twin { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int InHand;

    public bool IsOpen => State == "unknown";
}
