using System.Collections.Concurrent;
using FreedomPaySandbox.ContractTests.Callbacks;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>The answers of an endpoint in trouble: of fifteen callbacks five are answered 500, three late, when others have come.</summary>
internal sealed class StormInbox
{
    private const int Late = 8;

    private readonly ConcurrentDictionary<int, TaskCompletionSource> _held = new();
    private int _count;
    private volatile bool _over;

    public EndpointAnswer Answer(ReceivedCallback callback)
    {
        var number = Interlocked.Increment(ref _count);
        Release(number - Late);
        if (number % 5 == 0 && !_over)
            return EndpointAnswers.Hang(Hold(number));
        return number % 3 == 0 ? EndpointAnswers.Status(500) : EndpointAnswers.Ok;
    }

    /// <summary>Answers all that is held, and holds nothing more.</summary>
    public void End()
    {
        _over = true;
        foreach (var number in _held.Keys)
            Release(number);
    }

    private Task Hold(int number) =>
        _held.GetOrAdd(number, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).Task;

    private void Release(int number)
    {
        if (_held.TryRemove(number, out var held))
            held.TrySetResult();
    }
}
