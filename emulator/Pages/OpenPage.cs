using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;

namespace FreedomPaySandbox.Emulator.Pages;

/// <summary>A page that somebody is on: whose it is, what it is for, and what there is to do on it.</summary>
internal sealed record OpenPage(Account Account, StoredPage Stored)
{
    public Payout Payout => Stored.Payout;

    public bool Framed => Stored.Wish.Framed;

    public PageState State
    {
        get
        {
            if (!Payout.HasForm)
                return PageState.NothingToDo;
            if (!Payout.Waits)
                return PageState.Used;
            return Payout.StatusAt(Account.Clock.Now) == PayoutStatus.Process ? PageState.Open : PageState.Expired;
        }
    }

    /// <summary>What the form brings back, so that nobody else's form is taken for it.</summary>
    private string Token => Account.Seed.Salt("form", Payout.PaymentId);

    /// <param name="merchants">All there are.</param>
    /// <param name="store">Where pages are kept.</param>
    /// <param name="name">The last part of its address: the merchant's number and the ticket.</param>
    /// <param name="cancellation">The caller has gone.</param>
    public static async Task<OpenPage?> FindAsync(MerchantBook merchants, SandboxStore store, string name, CancellationToken cancellation) =>
        name.Split('-') is [var merchant, var ticket]
        && merchants.Find(merchant) is { } account
        && await store.Cards.PageAsync(account.Number, ticket, cancellation) is { } stored
            ? new OpenPage(account, stored)
            : null;

    public bool Gave(string? token) =>
        token is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(Token));

    public CardFormView View(TypedCardProblem? problem = null)
    {
        var saves = Payout.Method == PayoutMethod.CardSaving;
        return new CardFormView(Payout.MerchantId, Token)
        {
            Payout = saves ? null : new OfferedPayout(Payout.Amount, Payout.Currency, Payout.Description ?? ""),
            ValidUntil = Payout.SettlesAt.ToOffset(Account.Merchant.UtcOffset),
            Framed = Framed,
            Problem = problem,
        };
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"page of {Payout.MerchantId} {Payout.PaymentId}");
}
