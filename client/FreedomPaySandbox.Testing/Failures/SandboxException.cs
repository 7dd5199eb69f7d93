using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Testing;

/// <summary>
/// The sandbox refused what it was asked, could not be reached, or holds something else than a test expected. The message says what,
/// and then what the merchant's calls and callbacks were, without secrets and card numbers.
/// </summary>
public class SandboxException : Exception
{
    private readonly string _what;

    /// <summary>A failure of that kind, without a cause or a journal.</summary>
    public SandboxException()
        : this("The sandbox failed.")
    {
    }

    /// <summary>A failure that says what went wrong.</summary>
    public SandboxException(string message)
        : this(message, null)
    {
    }

    /// <summary>A failure that says what went wrong and why.</summary>
    public SandboxException(string message, Exception? innerException)
        : base(message, innerException) => _what = TerminalText.Lines(Redaction.Cards(message));

    /// <summary>The HTTP status of the admin API's answer, where it refused.</summary>
    public int? Status { get; private init; }

    /// <summary>What kind of problem it is, where the admin API refused.</summary>
    public string? Title { get; private init; }

    /// <summary>What is wrong and what to do, where the admin API refused.</summary>
    public string? Detail { get; private init; }

    /// <summary>Each thing that is wrong, where there may be several.</summary>
    public IReadOnlyList<string> Errors { get; private init; } = [];

    /// <summary>The last calls and callbacks before it, as text; empty where there are none or nobody could tell.</summary>
    public string Journal { get; private set; } = "";

    /// <summary>What went wrong, and the journal.</summary>
    public override string Message => Journal.Length == 0 ? _what : $"{_what}\n\n{Journal}";

    internal static SandboxException Refused(AdminProblem problem)
    {
        var errors = problem.Errors ?? [];
        return new SandboxException($"{problem.Title}: {problem.Detail}{string.Concat(errors.Select(error => $"\n  {error}"))}")
        {
            Status = problem.Status,
            Title = problem.Title,
            Detail = problem.Detail,
            Errors = errors,
        };
    }

    internal static SandboxException Unreachable(Uri address, Exception fault) => new(
        $"No sandbox answers at {address}: {fault.Message}. Start one there, or correct the address; Sandbox.StartAsync needs none.", fault);

    internal static SandboxException NoSandbox(Uri address, string answer, Exception? fault = null) => new(
        $"What answers at {address} is no sandbox, or one of another version: it answers {answer}. Correct the address, or use the same version.", fault);

    internal static SandboxException NoPage(Uri address, string answer, Exception? fault = null) => new(
        $"There is no page of a sandbox at {address.GetLeftPart(UriPartial.Path)}: {answer}. Give the pg_redirect_url of the gateway's answer, and see that the address "
        + "under which the sandbox hands out its pages can be reached from here.", fault);

    internal SandboxException With(string journal)
    {
        Journal = journal;
        return this;
    }
}

/// <summary>
/// What a test waited for did not come in time, or cannot come any more: then the wait ends at once, and the message says why.
/// </summary>
public sealed class SandboxTimeoutException : SandboxException
{
    /// <summary>A wait that was in vain.</summary>
    public SandboxTimeoutException()
        : this("Nothing came in time.")
    {
    }

    /// <summary>A wait that was in vain, and for what.</summary>
    public SandboxTimeoutException(string message)
        : base(message)
    {
    }

    /// <summary>A wait that was in vain, for what, and why.</summary>
    public SandboxTimeoutException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
