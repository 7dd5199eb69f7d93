using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Gateway;

/// <summary>A way to be refused: what the merchant is like, what was called before, what is called.</summary>
internal sealed record RefusedCall(string Name, SignedCall Call)
{
    public static IReadOnlyList<RefusedCall> All { get; } =
    [
        new("signature", SignedCall.Payout() with { Secret = "wrong" }),
        new("field", SignedCall.Payout().Without("pg_description")),
        new("method", SignedCall.Payout()) { Merchant = new() { DisabledMethods = new HashSet<string>(["p2p2nonreg"], StringComparer.Ordinal) } },
        new("key-with-other-fields", Keyed(SignedCall.Payout(amount: "101"))) { Before = Keyed(SignedCall.Payout()) },
        new("order", SignedCall.Payout()) { Before = SignedCall.Payout() },
        new("balance", SignedCall.Payout()) { Merchant = new() { OpeningBalance = Amount.FromUnits(99) } },
        new("service-unavailable", SignedCall.Payout(card: "5325349472901311")),
        new("ask-your-bank", SignedCall.Payout(card: "4556046085041740")),
        new("wrong-card-number", SignedCall.Payout(card: "4405645000006151")),
        new("unknown-card", SignedCall.Payout()) { Merchant = new() { UnknownCards = UnknownCards.Refuse } },
        new("system-fault", SignedCall.Payout()) { StoreIsBroken = true },
    ];

    public Traits Merchant { get; init; } = new();

    public SignedCall? Before { get; init; }

    public bool StoreIsBroken { get; init; }

    public static RefusedCall ByName(string name) => All.Single(refused => refused.Name == name);

    public async Task<Reply> MakeAsync(SignErrors signErrors)
    {
        await using var sandbox = await RunningSandbox.StartAsync(Merchant.Apply(signErrors));
        if (Before is not null)
            Assert.Equal("ok", (await sandbox.CallAsync(Before)).Outcome);
        if (StoreIsBroken)
            await sandbox.Store.DisposeAsync();
        return await sandbox.CallAsync(Call);
    }

    private static SignedCall Keyed(SignedCall call) => call.With("pg_idempotency_key", "key");

    /// <summary>In what the merchant differs from the usual one.</summary>
    internal sealed record Traits
    {
        public IReadOnlySet<string> DisabledMethods { get; init; } = new HashSet<string>(StringComparer.Ordinal);

        public Amount OpeningBalance { get; init; } = Amount.FromUnits(1_000_000_000);

        public UnknownCards UnknownCards { get; init; }

        public Merchant Apply(SignErrors signErrors) => RunningSandbox.Merchant with
        {
            DisabledMethods = DisabledMethods,
            OpeningBalance = OpeningBalance,
            Switches = new() { SignErrors = signErrors, UnknownCards = UnknownCards },
        };
    }
}
