using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Web.Pages;

/// <summary>A page that somebody is on: whose it is, what it is for, and what there is to do on it.</summary>
internal sealed record OpenPage(MerchantState State, StoredPage Stored)
{
    public Payout Payout => Stored.Payout;

    public bool Framed => Stored.Options.Framed;

    public PageState Stage
    {
        get
        {
            if (!Payout.HasForm)
                return PageState.NothingToDo;
            if (!Payout.Waits)
                return PageState.Used;
            return Payout.StatusAt(State.Clock.Now) == PayoutStatus.Process ? PageState.Open : PageState.Expired;
        }
    }

    /// <summary>What the form brings back, so that nobody else's form is taken for it.</summary>
    private string Token => State.Seed.Salt("form", Payout.PaymentId);

    /// <param name="merchants">All there are.</param>
    /// <param name="store">Where pages are kept.</param>
    /// <param name="name">The last part of its address: the merchant's number and the ticket.</param>
    /// <param name="cancellation">The caller has gone.</param>
    public static async Task<OpenPage?> FindAsync(MerchantRegistry merchants, SandboxStore store, string name, CancellationToken cancellation) =>
        name.Split('-') is [var merchant, var ticket]
        && merchants.Find(merchant) is { } state
        && await store.Cards.PageAsync(state.Epoch, ticket, cancellation) is { } stored
            ? new OpenPage(state, stored)
            : null;

    public bool Gave(string? token) =>
        token is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(Token));

    public CardFormView View(TypedCardProblem? problem = null)
    {
        var saves = Payout.Method == PayoutMethod.CardSaving;
        return new CardFormView(Payout.MerchantId, Token)
        {
            Payout = saves ? null : new OfferedPayout(Payout.Amount, Payout.Currency, Payout.Description ?? ""),
            ValidUntil = Payout.SettlesAt.ToOffset(State.Merchant.UtcOffset),
            Framed = Framed,
            Problem = problem,
        };
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"page of {Payout.MerchantId} {Payout.PaymentId}");
}

/// <summary>What there is to do on a page.</summary>
internal enum PageState
{
    /// <summary>A card can be typed.</summary>
    Open,

    /// <summary>One was.</summary>
    Used,

    /// <summary>It is too late.</summary>
    Expired,

    /// <summary>There never was anything: the money goes to an account (M-10).</summary>
    NothingToDo,
}
