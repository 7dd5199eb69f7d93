using System.Globalization;
using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>What came back to a callback.</summary>
internal sealed record Reply(TimeSpan Duration)
{
    /// <summary>None when no answer came.</summary>
    public int? Status { get; init; }

    public AttemptFault Fault { get; init; }

    /// <summary>The beginning of the body in one line, secrets and card numbers masked.</summary>
    public string Said { get; init; } = "";

    /// <summary>Whether the body says that the callback was not taken.</summary>
    public bool SaysError { get; init; }

    public ReplyLeak Leak { get; init; }

    /// <summary>Nothing but 200 delivers (N-5).</summary>
    public bool Delivered => Status == 200;

    public bool Taken => Delivered && !SaysError;

    public override string ToString() => (Status, Fault) switch
    {
        ({ } status, _) => string.Create(CultureInfo.InvariantCulture, $"answered {status}{(Said.Length > 0 ? $" ({Said})" : "")}"),
        (_, AttemptFault.TimedOut) => string.Create(CultureInfo.InvariantCulture, $"not answered within {Duration.TotalSeconds:0} s"),
        (_, AttemptFault.ConnectionLost) => "not answered: the connection was closed",
        (_, AttemptFault.NotConnected) => "not answered: the connection was refused",
        _ => $"not answered ({Fault})",
    };
}
