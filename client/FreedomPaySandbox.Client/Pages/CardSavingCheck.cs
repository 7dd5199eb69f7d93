namespace FreedomPaySandbox.Client;

/// <summary>Holds a card to be saved to the documented forms (M-9) before it is sent.</summary>
internal static class CardSavingCheck
{
    /// <exception cref="ArgumentException">All that is wrong, without any value.</exception>
    public static void Require(CardSaving saving) => FieldForms.Require(Problems(saving), "request to save a card", nameof(saving));

    private static IEnumerable<string> Problems(CardSaving saving) =>
    [
        .. FieldForms.UserId(saving.UserId),
        .. FieldForms.Link(nameof(saving.PostLink), saving.PostLink),
        .. FieldForms.Link(nameof(saving.BackLink), saving.BackLink),
    ];
}
