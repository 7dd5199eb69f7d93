using FreedomPaySandbox.ContractTests.Callbacks;

namespace FreedomPaySandbox.ContractTests.Steering;

/// <summary>Clients that make payouts without end, and a reset in the middle of it.</summary>
internal sealed class StormRound(SteeredMerchant merchant, MerchantEndpoint inbox, int number)
{
    private const int Clients = 3;
    private const int CallsAfter = 1;
    private const int CallbacksBefore = 6;

    private volatile bool _asked;
    private volatile bool _answered;

    /// <summary>Every call made.</summary>
    public IReadOnlyList<StormCall> Calls { get; private set; } = [];

    /// <summary>Runs until each client has made a call after the reset.</summary>
    /// <param name="onReset">What the test does as soon as the reset was answered.</param>
    public async Task RunAsync(Func<Task> onReset)
    {
        inbox.Forget();
        var clients = Enumerable.Range(1, Clients).Select(PayAsync).ToList();
        await inbox.ComeAsync(CallbacksBefore);

        _asked = true;
        await merchant.ResetAsync();
        _answered = true;

        await onReset();
        Calls = [.. (await Task.WhenAll(clients).WaitAsync(Patience.Limit)).SelectMany(calls => calls)];
    }

    private async Task<List<StormCall>> PayAsync(int client)
    {
        var calls = new List<StormCall>();
        for (var after = 0; after < CallsAfter;)
        {
            var order = $"r{number}-c{client}-{calls.Count}";
            var isAfter = _answered;
            var outcome = (await merchant.PayAsync(order, inbox.Link())).Outcome;
            calls.Add(new StormCall(order, outcome, IsBefore: !_asked, isAfter));
            after += isAfter ? 1 : 0;
        }

        return calls;
    }
}
