using System.Globalization;
using System.Text;
using FreedomPaySandbox.ContractTests.Fuzzing;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Journal;

/// <summary>A published test card, written as people and programs write card numbers where they should not.</summary>
internal static class Disguise
{
    private static readonly string[] s_between =
        ["", " ", "-", ".", "/", "_", "\t", "\n", "\r\n", "\u00A0", "\u2009", "\u202F", "\u3000", "\u2010", "\u2013", "\u2014", "\u2212", "\u200B", "\u2060", "\uFEFF", "\u00AD", " - ", "  ", "\\", "·", "\u200D", "\u202E", "+", "%20", "%2D", "%C2%A0"];

    // The zero of each script's digits.
    private static readonly int[] s_zeros = [0x660, 0x6F0, 0x7C0, 0x966, 0x9E6, 0xE50, 0x17E0, 0xFF10, 0x1D7CE, 0x1D7D8, 0x1D7F6];

    private static readonly string[] s_around = ["", "", "card", "карта ", "№", "(", "to:", "=", "ж", "x", "pan=", "<b>", "\"", "\u202A", "#"];
    private static readonly string[] s_behind = ["", "", "", " 12/28", " 12/28 123", "/1228", " exp 01.29", "ok", "!", ")", "</b>", "\"", " CVV 123", "x", ";01"];

    public static (string Text, string Card) Draw(Dice dice)
    {
        var card = dice.OneIn(4) ? dice.Pick(TestCard.PaymentCards) : dice.Pick(TestCard.All).Number;
        var (zero, every, between) = (dice.OneIn(3) ? dice.Pick(s_zeros) : '0', dice.Pick([1, 2, 4, 4, 4, 6, 8, 19]), dice.Pick(s_between));
        var text = new StringBuilder(dice.Pick(s_around));
        if (dice.OneIn(6))
            text.Append(Digits(dice, 1 + dice.Below(6))).Append(dice.OneIn(2) ? "" : dice.Pick(s_between));
        for (var i = 0; i < card.Length; i++)
        {
            if (i > 0 && i % every == 0)
                text.Append(dice.OneIn(5) ? dice.Pick(s_between) : between);
            text.Append(dice.OneIn(12) && zero != '0' ? card[i].ToString() : char.ConvertFromUtf32(zero + card[i] - '0'));
        }

        return (text.Append(dice.Pick(s_behind)).ToString(), card);
    }

    /// <summary>All digits of a text in a row, whatever script they are of and whatever stands between them.</summary>
    public static string GetDigits(string text)
    {
        var digits = new StringBuilder();
        foreach (var rune in Unescaped(text).EnumerateRunes())
        {
            if (CharUnicodeInfo.GetDigitValue(rune.ToString(), 0) is >= 0 and <= 9 and var digit)
                digits.Append((char)('0' + digit));
        }

        return digits.ToString();
    }

    private static string Unescaped(string text) => Uri.UnescapeDataString(text);

    private static string Digits(Dice dice, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + dice.Below(10))));
}
