using System.Globalization;
using FreedomPaySandbox.ContractTests.Fuzzing;

namespace FreedomPaySandbox.ContractTests.Journal;

/// <summary>Texts with long numbers that are no cards, as merchants send them every day.</summary>
internal static class OrdinaryText
{
    private static readonly Func<Dice, (string Kind, string Text)>[] s_kinds =
    [
        dice => ("phone", $"+996 {555 + dice.Below(220)} {Digits(dice, 3)} {Digits(dice, 3)}"),
        dice => ("two phones", $"+7 (70{Digits(dice, 1)}) {Digits(dice, 3)}-{Digits(dice, 2)}-{Digits(dice, 2)}, +998 9{Digits(dice, 1)} {Digits(dice, 3)} {Digits(dice, 2)} {Digits(dice, 2)}"),
        dice => ("account (KG)", $"счёт 1{Digits(dice, 15)}"),
        dice => ("IBAN (KZ)", $"KZ{Digits(dice, 2)}{Digits(dice, 3)}KZT{Digits(dice, 10)}"),
        dice => ("account (UZ)", $"2{Digits(dice, 19)}"),
        dice => ("milliseconds", $"order {1_700_000_000_000 + dice.Below(2_000_000_000) * 50L}"),
        dice => ("seconds", $"ORD-{1_700_000_000 + dice.Below(90_000_000)}"),
        dice => ("date and number", $"2026{1 + dice.Below(12):00}{1 + dice.Below(28):00}{Digits(dice, 8)}"),
        dice => ("date and time", string.Create(CultureInfo.InvariantCulture, $"2026-{1 + dice.Below(12):00}-{1 + dice.Below(28):00} {dice.Below(24):00}:{dice.Below(60):00}:{dice.Below(60):00}.{Digits(dice, 6)}")),
        dice => ("UUID", $"{Hex(dice, 8)}-{Hex(dice, 4)}-4{Hex(dice, 3)}-a{Hex(dice, 3)}-{Hex(dice, 12)}"),
        dice => ("tax number", $"ИИН {dice.Below(100):00}{1 + dice.Below(12):00}{1 + dice.Below(28):00}{Digits(dice, 6)}"),
        dice => ("amount", $"{1 + dice.Below(999)} {Digits(dice, 3)} {Digits(dice, 3)},{Digits(dice, 2)} KGS"),
        dice => ("hash", Hex(dice, 32)),
        dice => ("mask", $"{400000 + dice.Below(99999)}-XX-XXXX-{Digits(dice, 4)}"),
        dice => ("barcode", $"EAN {870 + dice.Below(10)}{Digits(dice, 10)}"),
    ];

    public static (string Kind, string Text) Draw(Dice dice) => dice.Pick(s_kinds)(dice);

    private static string Digits(Dice dice, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => (char)('0' + dice.Below(10))));

    private static string Hex(Dice dice, int count) => string.Concat(Enumerable.Range(0, count).Select(_ => "0123456789abcdef"[dice.Below(16)]));
}
