using System.Globalization;
using System.Text.RegularExpressions;
using FreedomPaySandbox.Emulator.Web.Pages;

namespace FreedomPaySandbox.ContractTests.Pages;

/// <summary>What is written can be read: the contrasts of WCAG 2.2, level AA.</summary>
public sealed partial class PageStyleTests
{
    [Theory]
    [InlineData("ink", "ground", 4.5)]
    [InlineData("ink", "paper", 4.5)]
    [InlineData("ink", "panel", 4.5)]
    [InlineData("ink", "field", 4.5)]
    [InlineData("muted", "ground", 4.5)]
    [InlineData("muted", "paper", 4.5)]
    [InlineData("muted", "panel", 4.5)]
    [InlineData("accent", "paper", 4.5)]
    [InlineData("on-accent", "accent", 4.5)]
    [InlineData("on-accent", "accent-hover", 4.5)]
    [InlineData("on-note", "note", 4.5)]
    [InlineData("bad", "paper", 4.5)]
    [InlineData("good", "paper", 4.5)]
    [InlineData("edge", "paper", 3)]
    [InlineData("edge", "field", 3)]
    [InlineData("focus", "ground", 3)]
    [InlineData("focus", "paper", 3)]
    [InlineData("focus", "panel", 3)]
    public void Colours_are_far_enough_apart_by_day_and_by_night(string front, string back, double least)
    {
        var dark = PageStyle.Css.IndexOf("prefers-color-scheme: dark", StringComparison.Ordinal);
        foreach (var scheme in new[] { PageStyle.Css[..dark], PageStyle.Css[dark..] })
            Assert.InRange(Contrast(Colour(scheme, front), Colour(scheme, back)), least, 21);
    }

    [Fact]
    public void The_stylesheet_loads_nothing_from_elsewhere() =>
        Assert.All(Addresses().Matches(PageStyle.Css).AssertNotEmpty(), address => Assert.StartsWith("url(\"data:", address.Value, StringComparison.Ordinal));

    private static int Colour(string css, string name)
    {
        var match = Regex.Match(css, $"--{name}: #([0-9a-f]{{6}});", RegexOptions.None, TimeSpan.FromSeconds(1));
        return int.Parse(match.Groups[1].Value, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
    }

    private static double Contrast(int front, int back)
    {
        var (one, other) = (Luminance(front), Luminance(back));
        return (Math.Max(one, other) + 0.05) / (Math.Min(one, other) + 0.05);
    }

    private static double Luminance(int colour) =>
        0.2126 * Linear(colour >> 16) + 0.7152 * Linear(colour >> 8) + 0.0722 * Linear(colour);

    private static double Linear(int channel)
    {
        var value = (channel & 0xFF) / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }

    [GeneratedRegex(@"url\([^)]{0,20}", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Addresses();
}
