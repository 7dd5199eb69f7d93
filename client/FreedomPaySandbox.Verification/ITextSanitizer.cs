namespace FreedomPaySandbox.Verification;

/// <summary>Makes foreign texts safe to keep and to show. The program that runs a verification provides it.</summary>
internal interface ITextSanitizer
{
    /// <summary>Masks the merchant's secrets and all card numbers.</summary>
    string Redact(string text);

    /// <summary>Masks the same in the beginning of a text, where the cut may have gone through a secret or a card number.</summary>
    string RedactBeginning(string text);

    /// <summary>Writes out all characters that a terminal obeys, line ends among them.</summary>
    string ToLine(string text);
}
