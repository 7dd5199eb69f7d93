using System.Threading.Channels;
using FreedomPaySandbox.Emulator.Delivery;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Callbacks;

/// <summary>Listens to the log for attempts that were recorded, so that a test knows when it may look or move the clock.</summary>
internal sealed class AttemptLog : ILoggerProvider, ILogger
{
    private readonly Channel<LoggedAttempt> _attempts = Channel.CreateUnbounded<LoggedAttempt>();

    public Task<LoggedAttempt> NextAsync() => _attempts.Reader.ReadAsync().AsTask().WaitAsync(Patience.Limit);

    public ILogger CreateLogger(string categoryName) =>
        string.Equals(categoryName, typeof(CallbackDispatcher).FullName, StringComparison.Ordinal)
            ? this
            : Microsoft.Extensions.Logging.Abstractions.NullLogger.Instance;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (state is not IReadOnlyList<KeyValuePair<string, object?>> values || logLevel != LogLevel.Information)
            return;
        var named = values.ToDictionary(value => value.Key, value => value.Value, StringComparer.Ordinal);
        _attempts.Writer.TryWrite(new LoggedAttempt((long)named["Payment"]!, (int)named["Number"]!, (string)named["Then"]!));
    }

    public void Dispose()
    {
        // Holds nothing.
    }
}
