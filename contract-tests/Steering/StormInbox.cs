using FreedomPaySandbox.ContractTests.Callbacks;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>The answers of an endpoint in trouble: every third is 500, and some come late, when others have come.</summary>
/// <param name="late">How many others must have come.</param>
/// <param name="every">Each of how many is late.</param>
internal sealed class StormInbox(int late = 8, int every = 5)
{
    private readonly Lock _lock = new();
    private readonly Dictionary<int, TaskCompletionSource> _held = [];
    private int _count;
    private bool _over;

    public EndpointAnswer Answer(ReceivedCallback callback)
    {
        lock (_lock)
        {
            var number = ++_count;
            if (_held.Remove(number - late, out var released))
                released.SetResult();
            var answer = number % 3 == 0 ? EndpointAnswers.Status(500) : EndpointAnswers.Ok;
            if (number % every != 0 || _over)
                return answer;
            var held = _held[number] = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            return EndpointAnswers.Hang(held.Task, answer);
        }
    }

    /// <summary>Answers all that is held, and holds nothing more.</summary>
    public void End()
    {
        lock (_lock)
        {
            _over = true;
            foreach (var held in _held.Values)
                held.SetResult();
            _held.Clear();
        }
    }
}
