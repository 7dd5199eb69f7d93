using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>What somebody wants a merchant to be, read from the body of a call.</summary>
internal sealed class MerchantOrder
{
    private readonly MerchantBuilder _draft;

    private MerchantOrder(MerchantBuilder draft, bool namesBalance) => (_draft, NamesBalance) = (draft, namesBalance);

    /// <summary>Whether the body says what the balance shall be.</summary>
    public bool NamesBalance { get; }

    /// <summary>The id that was asked for, or 0 for any.</summary>
    public long Id => _draft.Merchant.Id;

    /// <summary>A merchant from nothing but the body.</summary>
    public static (MerchantOrder? Order, AdminProblem? Problem) ForNew(AdminBody body) =>
        Read(body, new MerchantBuilder { Merchant = Merchant.Default with { Id = 0 } });

    /// <summary>A merchant as it is, with what the body changes.</summary>
    public static (MerchantOrder? Order, AdminProblem? Problem) ForChange(AdminBody body, Merchant merchant) => Read(body, new MerchantBuilder
    {
        Merchant = merchant,
        PayoutSecret = merchant.Secrets.Payout,
        ReceiveSecret = merchant.Secrets.Receive,
    });

    /// <summary>The merchant under that id. Where no secrets were given it gets its own, out of its seed or out of nothing.</summary>
    public Merchant Make(long id)
    {
        var seed = _draft.Merchant.Seed is { } given ? new Seed(given) : Seed.Draw();
        var secrets = MerchantSecrets.Create(_draft.PayoutSecret, _draft.ReceiveSecret) ?? MerchantSecrets.From(seed, id);
        return _draft.Merchant with { Id = id, Secrets = secrets };
    }

    private static (MerchantOrder? Order, AdminProblem? Problem) Read(AdminBody body, MerchantBuilder draft)
    {
        var id = draft.Merchant.Id;
        var problems = MerchantMembers.Read(body.Root, draft).ToList();
        if (id != 0 && draft.Merchant.Id != id)
            problems.Add("id: a merchant keeps its id. Make another one with POST.");
        return problems.Count == 0
            ? (new MerchantOrder(draft, body.Has("balance", out _)), null)
            : (null, AdminProblem.BadRequest("The merchant cannot be as asked.", problems));
    }
}
