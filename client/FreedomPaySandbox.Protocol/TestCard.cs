namespace FreedomPaySandbox.Protocol;

/// <summary>A published test card and what a payout to it does (C-1). Source: docs.freedompay.kg, "Test cards".</summary>
/// <param name="Number">The card number; published by the vendor, belongs to nobody.</param>
/// <param name="ErrorCode">The code with which the payout ends, or <see langword="null"/> when it succeeds.</param>
/// <param name="InProcess">Whether the payout is first in process and ends later.</param>
public sealed record TestCard(string Number, int? ErrorCode, bool InProcess)
{
    /// <summary>The test cards of payouts, in the order of the vendor's page.</summary>
    public static IReadOnlyList<TestCard> All { get; } =
    [
        new("4671593866478252", null, InProcess: false),
        new("5325349472901311", GatewayError.ServiceUnavailable, InProcess: false),
        new("4556046085041740", GatewayError.AskYourBank, InProcess: false),
        new("5543974702876045", GatewayError.BalanceTooLow, InProcess: false),
        new("5507841999732294", null, InProcess: true),
        new("4532676596620704", GatewayError.AskYourBank, InProcess: true),
        new("6204500338419360939", null, InProcess: false),
        new("629656013969216940", null, InProcess: false),
        new("62861819783765929", null, InProcess: false),
    ];

    /// <summary>The same page's cards for payments; a payout to one is a payout to some other card (C-2).</summary>
    public static IReadOnlyList<string> PaymentCards { get; } =
    [
        "4716047261941981", "4916307416334310", "5367654276102126", "4939770956154989",
        "5335215945367703", "4916109830832246", "5548398681700148", "5475102935853613",
    ];

    /// <summary>The test card of that number, or <see langword="null"/> when it is none.</summary>
    /// <param name="number">A card number.</param>
    public static TestCard? Find(string number)
    {
        for (var i = 0; i < All.Count; i++)
        {
            if (string.Equals(All[i].Number, number, StringComparison.Ordinal))
                return All[i];
        }

        return null;
    }

    /// <summary>The outcome; the number only by its mask.</summary>
    public override string ToString() =>
        $"{CardNumber.Mask(Number)}: {(InProcess ? "process, then " : "")}{(ErrorCode is { } code ? $"error {code}" : "success")}";
}
