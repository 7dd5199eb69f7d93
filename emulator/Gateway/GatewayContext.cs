using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Signatures;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>A call while it is being handled: what is known of it so far.</summary>
/// <param name="context">The call itself.</param>
/// <param name="operation">What was called.</param>
/// <param name="started">When, in the machine's ticks.</param>
internal sealed class GatewayContext(HttpContext context, GatewayOperation operation, long started)
{
    private GatewayAnswer? _answer;

    public HttpContext Context => context;

    public GatewayOperation Operation => operation;

    public long Started => started;

    /// <summary>None when the request could not be read.</summary>
    public Parameters? Fields { get; set; }

    /// <summary>The merchant's, when it is known.</summary>
    public MerchantState? State { get; set; }

    /// <summary>What the rules say of it, once it is known to be the merchant's.</summary>
    public RuleMatch? Match { get; set; }

    /// <summary>How long before the very same call came, where it did.</summary>
    public TimeSpan? RepeatsAfter { get; set; }

    /// <summary>What is wrong with its signature, where it is wrong.</summary>
    public Diagnosis? Diagnosis { get; set; }

    /// <summary>What a developer should know of it that the answer does not say.</summary>
    public string? Note { get; set; }

    /// <summary>The gateway's answer; a fault may make something else of it on the way.</summary>
    public GatewayAnswer? Answer
    {
        get => _answer;
        set
        {
            _answer = value;
            Wire = value is null ? null : WireAnswer.From(value);
        }
    }

    /// <summary>The answer as it goes out when nothing happens to it.</summary>
    public WireAnswer? Wire { get; private set; }

    /// <summary>Never with the fields.</summary>
    public override string ToString() => operation.Path;
}
