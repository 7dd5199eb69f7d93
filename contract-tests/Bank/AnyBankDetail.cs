using System.Globalization;
using System.Numerics;
using FsCheck;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Bank;

/// <summary>
/// Generates bank details that could be real, with arithmetic of its own: the check digits come from big numbers and long division.
/// </summary>
internal static class AnyBankDetail
{
    private const string DigitsAndLetters = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    public static Gen<string> Iban { get; } =
        from country in Gen.Elements("KZ", "KG", "UZ", "DE", "GB", "NO", "MT")
        from length in country == "KZ" ? Gen.Constant(16) : Gen.Choose(11, 30)
        from account in GetText(DigitsAndLetters, length)
        select $"{country}{CheckDigits(country, account)}{account}";

    /// <summary>The eleven digits before the check digit.</summary>
    public static Gen<string> IinStart { get; } = GetText("0123456789", 11);

    public static Gen<string> GetText(string characters, int length) =>
        Gen.Elements(characters.ToCharArray()).ArrayOf(length).Select(text => new string(text));

    /// <summary>A place of a text, and the digit to put there.</summary>
    public static Gen<(int Place, char Digit)> Change(int places) =>
        from place in Gen.Choose(0, places - 1)
        from digit in Gen.Choose('0', '9')
        select (place, (char)digit);

    private static string CheckDigits(string country, string account)
    {
        var number = string.Concat($"{account}{country}00".Select(character => DigitsAndLetters.IndexOf(character, StringComparison.Ordinal)));
        return (98 - (int)(BigInteger.Parse(number, CultureInfo.InvariantCulture) % 97)).ToString("00", CultureInfo.InvariantCulture);
    }
}
