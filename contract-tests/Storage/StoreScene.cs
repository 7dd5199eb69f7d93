using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Storage;

/// <summary>A store with one merchant enrolled, and the steps by which a test fills it.</summary>
internal sealed class StoreScene(SandboxStore store, TimeProvider time) : IAsyncDisposable
{
    public const string Link = "http://shop.test/post";

    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(45);

    public SandboxStore Store { get; } = store;

    public Merchant Merchant { get; init; } = Merchant.Default with { Seed = 9970, OpeningBalance = Amount.OfUnits(1000) };

    public CallbackPlan Plan { get; set; } = CallbackPlan.Plain;

    /// <summary>The number of the merchant's account, once it is enrolled.</summary>
    public long Account { get; private set; }

    public string Lane => LaneTo("shop.test:80");

    public DateTimeOffset Now => time.GetUtcNow();

    public static async Task<StoreScene> OpenTemporaryAsync(TimeProvider time)
    {
        var scene = new StoreScene(await SandboxStore.OpenAsync(path: null), time);
        await scene.EnrolAsync();
        return scene;
    }

    public string LaneTo(string address) => $"{Account} {address}";

    public async Task<StoredAccount> EnrolAsync()
    {
        var account = await Store.Accounts.OpenAsync(Merchant, new Seed(Merchant.Seed!.Value), ClockReading.Machine);
        Account = account.Number;
        return account;
    }

    /// <summary>Empties the merchant.</summary>
    public async Task RenewAsync() =>
        Account = (await Store.Accounts.RenewAsync(Account, Merchant, new Seed(Merchant.Seed!.Value), ClockReading.Machine))!.Number;

    /// <summary>Returns when the store has swept out what closed accounts left behind.</summary>
    public Task SweptAsync() => Store.SweptAsync();

    /// <summary>Makes a payout of one unit unless another amount is given.</summary>
    public Task<PayoutDecision> DecideAsync(string orderId, long units = 1, string link = Link, Outcome outcome = default, string? key = null) =>
        Store.Payouts.MakeAsync(Intent(orderId, units, link, outcome, key), CancellationToken.None);

    public PayoutIntent Intent(string orderId, long units = 1, string link = Link, Outcome outcome = default, string? key = null)
    {
        var request = new PayoutRequest
        {
            Method = PayoutMethod.ToCard,
            OrderId = orderId,
            Amount = Amount.OfUnits(units),
            AmountText = $"{units}",
            Recipient = RecipientTrace.OfCard("4671593866478252", Merchant.Secrets),
            Description = "Payout under test",
            PostLink = link,
            IdempotencyKey = key,
            Fingerprint = key is null ? null : RequestFingerprint.Of(new Parameters { { Fields.OrderId, orderId } }, Merchant.Secrets),
        };
        return new PayoutIntent(request, outcome, Plan, Merchant, Account, Now);
    }

    public async Task<Payout> PayAsync(string orderId, long units = 1, string link = Link, Outcome outcome = default) =>
        Assert.IsType<PayoutDecision.Made>(await DecideAsync(orderId, units, link, outcome)).Payout;

    public async Task<IReadOnlyList<DueCallback>> ClaimAsync(int limit = 100, string? lane = null) =>
        (await Store.Callbacks.ClaimAsync(new CallbackClaim(lane ?? Lane, limit, Now, Now, Lease, AsksForNext: false), CancellationToken.None)).Due;

    /// <summary>Claims what is due in the default lane, and asks what comes next.</summary>
    public Task<ClaimedCallbacks> ClaimAndAskAsync(int limit = 100) =>
        Store.Callbacks.ClaimAsync(new CallbackClaim(Lane, limit, Now, Now, Lease, AsksForNext: true), CancellationToken.None);

    public Task RecordAsync(DueCallback due, int status, CallbackState state, DateTimeOffset? next = null) => Store.Callbacks.RecordAsync(new AttemptRecord(
        due.Key,
        new Attempt { At = Now, Address = "shop.test:80", Status = status, Duration = TimeSpan.Zero },
        state,
        next ?? due.DueAt));

    public async Task<Amount> BalanceAsync() => (await Store.Accounts.BalanceAsync(Account, Now, CancellationToken.None))!.Value;

    public Task<IReadOnlyList<Payout>> PayoutsAsync() => Store.Payouts.AllAsync(Account, CancellationToken.None);

    public ValueTask DisposeAsync() => Store.DisposeAsync();
}
