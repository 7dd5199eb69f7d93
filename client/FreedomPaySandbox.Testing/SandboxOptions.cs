namespace FreedomPaySandbox.Testing;

/// <summary>What can be chosen about a sandbox in a test. Nothing has to be.</summary>
public sealed class SandboxOptions
{
    /// <summary>The SQLite file that keeps the state; a temporary one, gone with the sandbox, when left out.</summary>
    public string? Store { get; set; }

    /// <summary>Makes ids, references and salts of the default merchant, 9970, repeatable; a whole number from 0.</summary>
    public long? Seed { get; set; }

    /// <summary>
    /// The machine's clock, for tests that bring one. Merchants' clocks, and all time-outs, go with it. The real one when left out.
    /// </summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>Takes each line of the log, from any thread; nothing is logged when left out. What it throws is passed over.</summary>
    public Action<string>? Log { get; set; }
}
