using FreedomPaySandbox.Emulator.Admin.Views;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>One payout with all that is known of its way.</summary>
internal sealed record PayoutDetail
{
    public required long Merchant { get; init; }

    public required Payout Payout { get; init; }

    public required PayoutStatus Status { get; init; }

    public required string Method { get; init; }

    public required Moment CreatedAt { get; init; }

    public required Moment SettlesAt { get; init; }

    /// <summary>The call that made it, if the journal has it still.</summary>
    public RequestView? Request { get; init; }

    public required IReadOnlyList<CallbackDetail> Callbacks { get; init; }

    /// <summary>The same call to make again, under another order id.</summary>
    public string? Curl { get; init; }

    /// <summary>Whether the curl line pays to another card, because the number of this one is not kept.</summary>
    public bool CurlHasOtherCard { get; init; }

    public required string Test { get; init; }

    public TimeSpan? Again { get; init; }
}

/// <summary>A payout whose texts may be shown: what the store keeps as it was sent may hold a secret that slipped in.</summary>
internal static class ShownPayout
{
    public static Payout From(Payout payout, MerchantSecrets secrets) => payout with
    {
        OrderId = Redaction.Secrets(payout.OrderId, secrets),
        Description = Text(payout.Description, secrets),
        UserId = Text(payout.UserId, secrets),
        PostLink = Text(payout.PostLink, secrets),
        IdempotencyKey = Text(payout.IdempotencyKey, secrets),
    };

    public static string? Text(string? text, MerchantSecrets secrets) => text is null ? null : Redaction.Apply(text, secrets);
}
