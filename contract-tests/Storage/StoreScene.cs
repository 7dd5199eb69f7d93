using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Decisions;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.UseCases;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Storage;

/// <summary>A store with one merchant enrolled, and the steps by which a test fills it.</summary>
internal sealed class StoreScene(SandboxStore store, TimeProvider time) : IAsyncDisposable
{
    public const string Link = "http://shop.test/post";

    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    public SandboxStore Store { get; } = store;

    public Merchant Merchant { get; init; } = Merchant.Default with { Seed = 9970, OpeningBalance = Amount.FromUnits(1000) };

    public CallbackPlan Plan { get; set; } = CallbackPlan.Plain;

    /// <summary>The number of the merchant's account, once it is enrolled.</summary>
    public long Epoch { get; private set; }

    public string Queue => QueueTo("shop.test:80");

    public DateTimeOffset Now => time.GetUtcNow();

    public static async Task<StoreScene> OpenTemporaryAsync(TimeProvider time)
    {
        var scene = new StoreScene(await SandboxStore.OpenAsync(path: null), time);
        await scene.EnrolAsync();
        return scene;
    }

    public string QueueTo(string address) => $"{Epoch} {address}";

    public async Task<StoredMerchantState> EnrolAsync()
    {
        var account = await Store.States.OpenAsync(Merchant, new Seed(Merchant.Seed!.Value), ClockReading.Machine);
        Epoch = account.Epoch;
        return account;
    }

    /// <summary>Empties the merchant.</summary>
    public async Task RenewAsync() =>
        Epoch = (await Store.States.RenewAsync(Epoch, Merchant, new Seed(Merchant.Seed!.Value), ClockReading.Machine))!.Epoch;

    /// <summary>Returns when the store has swept out what closed accounts left behind.</summary>
    public Task SweptAsync() => Store.SweptAsync();

    /// <summary>Makes a payout of one unit unless another amount is given.</summary>
    public Task<PayoutDecision> DecideAsync(string orderId, long units = 1, string link = Link, Outcome outcome = default, string? key = null) =>
        DecideAsync(Epoch, Request(orderId, units, link, key), outcome);

    /// <summary>Makes the payout of a request in an epoch, which may be over.</summary>
    public Task<PayoutDecision> DecideAsync(long epoch, PayoutRequest request, Outcome outcome = default)
    {
        var (match, now) = (new RuleMatch(null, outcome, null, Plan), Now);
        return Store.ChangeAsync(
            epoch, transaction => CreatePayout.DecideAsync(transaction, epoch, Merchant, request, match, now), CancellationToken.None, request.OrderId);
    }

    public async Task<(SettleDecision? Decision, IReadOnlyList<string> Queues)> SettleAsync(long epoch, long paymentId, int? errorCode)
    {
        var now = Now;
        return await Store.ChangeAsync(epoch, transaction => SettlePayout.DecideAsync(transaction, epoch, Merchant, paymentId, errorCode, now), CancellationToken.None);
    }

    /// <returns>The queue in which it is pending again.</returns>
    public async Task<string?> ResendAsync(CallbackKey key)
    {
        var now = Now;
        return (await Store.ChangeAsync(key.Epoch, transaction => ResendCallback.DecideAsync(transaction, key, now), CancellationToken.None)).Queue;
    }

    /// <summary>Types the card on the page of a payout that waits for it.</summary>
    public async Task<PayoutDecision.Made?> TypeAsync(long paymentId)
    {
        var (now, card) = (Now, new SubmittedCard(paymentId, MaskedRecipient.FromCard("4671593866478252", Merchant.Secrets), 16, Outcome.Success, Plan));
        return await Store.ChangeAsync(Epoch, transaction => SubmitCard.DecideAsync(transaction, Epoch, Merchant, card, now), CancellationToken.None);
    }

    public PayoutRequest Request(string orderId, long units = 1, string link = Link, string? key = null) =>
        new()
        {
            Method = PayoutMethod.ToCard,
            OrderId = orderId,
            Amount = Amount.FromUnits(units),
            AmountText = $"{units}",
            Recipient = MaskedRecipient.FromCard("4671593866478252", Merchant.Secrets),
            Description = "Payout under test",
            PostLink = link,
            IdempotencyKey = key,
            Fingerprint = key is null ? null : RequestFingerprint.Compute(new Parameters { { Fields.OrderId, orderId } }, Merchant.Secrets),
        };

    public async Task<Payout> PayAsync(string orderId, long units = 1, string link = Link, Outcome outcome = default) =>
        Assert.IsType<PayoutDecision.Made>(await DecideAsync(orderId, units, link, outcome)).Payout;

    public async Task<IReadOnlyList<LeasedCallback>> ClaimAsync(int limit = 100, string? queue = null) =>
        (await Store.Callbacks.ClaimAsync(new CallbackClaim(queue ?? Queue, limit, Now, Now, Lease, AsksForNext: false), CancellationToken.None)).Due;

    /// <summary>Claims what is due in the default queue, and asks what comes next.</summary>
    public Task<ClaimedCallbacks> ClaimAndAskAsync(int limit = 100) =>
        Store.Callbacks.ClaimAsync(new CallbackClaim(Queue, limit, Now, Now, Lease, AsksForNext: true), CancellationToken.None);

    public Task RecordAsync(LeasedCallback due, int status, CallbackState state, DateTimeOffset? next = null) => Store.Callbacks.RecordAsync(new AttemptRecord(
        due.Key,
        new Attempt { At = Now, Address = "shop.test:80", Status = status, Duration = TimeSpan.Zero },
        state,
        next ?? due.DueAt));

    public async Task<Amount> BalanceAsync() => (await Store.States.BalanceAsync(Epoch, Now, CancellationToken.None))!.Value;

    public Task<IReadOnlyList<Payout>> PayoutsAsync() => Store.Payouts.AllAsync(Epoch, CancellationToken.None);

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
