using System.ComponentModel;

namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>A saved card as the admin API shows it.</summary>
internal sealed record SavedCardView(
    [property: Description("What reg2reg pays to: pg_card_token_to.")] string Token,
    [property: Description("The card, masked.")] string Card,
    [property: Description("Whose it is: pg_user_id.")] string UserId);
