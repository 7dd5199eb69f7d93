using System.Globalization;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signatures.Mistakes;

/// <summary>An amount signed in one form and sent in another (S-5).</summary>
internal static class AmountMistakes
{
    // Longer ones are no amounts, and might be a card's number.
    private const int LongestAmount = 12;

    private static readonly CodeExample s_lines = new(
        "$params['pg_amount'] = number_format($amount, 2, '.', ''); // then sign and send this",
        "fields[\"pg_amount\"] = amount.ToString(\"0.00\", CultureInfo.InvariantCulture); // then sign",
        "params.pg_amount = amount.toFixed(2); // then sign and send this",
        "params[\"pg_amount\"] = f\"{amount:.2f}\"  # then sign and send this",
        "params[\"pg_amount\"] = fmt.Sprintf(\"%.2f\", amount) // then sign and send this");

    public static IReadOnlyList<Mistake> All { get; } =
    [
        Create("with two decimals, such as 100.00", "0.00") with { Commonness = Frequency.Common },
        Create("without needless decimals, such as 100", "0.##") with { Commonness = Frequency.Common },
        Create("with one decimal, such as 100.0", "0.0#"),
        Create("with one decimal and a comma, such as 100,0", "0.0#", comma: true),
        Create("with a decimal comma, such as 100,00", "0.00", comma: true),
        Create("with a decimal comma, such as 99,5", "0.##", comma: true),
        Create("with a separator of thousands, such as 1,000.00", "#,0.00"),
        Create("without its decimals, such as 99 for 99.50", "0", truncate: true),
        Create("in hundredths, such as 10000 for 100", "0", hundredths: true),
    ];

    private static Mistake Create(string form, string format, bool comma = false, bool truncate = false, bool hundredths = false) => new(
        "amount-reformatted",
        MistakeKind.Amount,
        $"The amount was signed {form}, and sent in another form; it is signed as it is sent, to the letter (S-5).",
        s_lines,
        recipe => recipe.Map((field, text) =>
        {
            if (field.Path is not (Fields.Amount or Fields.PaymentAmount or Fields.ToPay or Fields.Balance or Fields.NetAmount)
                || text.Length > LongestAmount
                || !decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var amount))
            {
                return text;
            }

            amount = hundredths ? amount * 100 : truncate ? decimal.Truncate(amount) : amount;
            var written = amount.ToString(format, CultureInfo.InvariantCulture);
            return comma ? written.Replace('.', ',') : written;
        }));
}
