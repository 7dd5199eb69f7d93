using System.ComponentModel;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>A callback as the admin API shows it.</summary>
internal sealed record CallbackView
{
    [Description("Payment id and number, such as 4963922019-1.")]
    public required string Id { get; init; }

    public required long MerchantId { get; init; }

    public required long PaymentId { get; init; }

    [Description("Left out where it tells of a saved card, and of no order.")]
    public string? OrderId { get; init; }

    [Description("Which of the payout's callbacks it is, from 1.")]
    public required int Number { get; init; }

    [Description("pending, delivered, dead, lost, or rejected: a forged one that the merchant did not take.")]
    public required string State { get; init; }

    [Description("What is wrong with it on purpose; left out when nothing is.")]
    public string? Tampering { get; init; }

    public required string PostLink { get; init; }

    [Description("By the merchant's clock; where it is not pending, when it was due last.")]
    public required DateTimeOffset DueAt { get; init; }

    [Description("How many attempts were made.")]
    public required int Attempts { get; init; }

    [Description("The last 100 attempts, the oldest of them first; only where one callback is asked for.")]
    public IReadOnlyList<AttemptView>? History { get; init; }

    public static CallbackView From(StoredCallback callback, IReadOnlyList<AttemptView>? history = null) => new()
    {
        Id = callback.Key.ToString(),
        MerchantId = callback.MerchantId,
        PaymentId = callback.Key.PaymentId,
        OrderId = callback.OrderId.Length == 0 ? null : callback.OrderId,
        Number = callback.Key.Number,
        State = DomainWords.Format(callback.State),
        Tampering = DomainWords.Format(callback.Tampering),
        PostLink = LinkCredentials.Hide(callback.PostLink),
        DueAt = callback.DueAt,
        Attempts = callback.Attempts,
        History = history,
    };
}

/// <summary>Callbacks, those of the oldest payouts first.</summary>
internal sealed record CallbackList(
    IReadOnlyList<CallbackView> Callbacks,
    [property: Description("Give it as after to go on; left out when the list is empty.")] string? Next,
    [property: Description("Why the wait ended before its time: what was asked for cannot come. Left out otherwise.")] string? Reason = null);
