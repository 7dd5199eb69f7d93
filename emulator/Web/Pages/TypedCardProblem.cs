namespace FreedomPaySandbox.Emulator.Web.Pages;

/// <summary>What is wrong with what was typed as a card number.</summary>
internal enum TypedCardProblem
{
    Empty,

    NotDigits,

    /// <summary>Fewer than 13 digits or more than 20.</summary>
    Length,

    /// <summary>The last digit is not the check digit of the others: mistyped.</summary>
    CheckDigit,
}
