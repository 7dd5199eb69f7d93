using System.Globalization;
using System.Net;
using System.Text;

namespace FreedomPaySandbox.LoadTests.Reports.Charts;

/// <summary>Lines over an axis, as SVG that stands in a page.</summary>
/// <param name="Title">What it shows, for those who do not see it, too.</param>
/// <param name="UnitY">What the numbers at its left are.</param>
/// <param name="Series">The lines, the first one behind.</param>
internal sealed record LineChart(string Title, string UnitY, IReadOnlyList<Series> Series)
{
    private const double Width = 640;
    private const double Height = 260;
    private const double Left = 56;
    private const double Right = 24;
    private const double Top = 26;
    private const double Bottom = 34;

    /// <summary>Where marks stand below, with what is written there; round numbers when left out.</summary>
    public IReadOnlyList<(double X, string Text)>? MarksX { get; init; }

    /// <summary>Up to where the axis goes at least.</summary>
    public double LeastY { get; init; }

    /// <summary>What the marks below are.</summary>
    public string UnitX { get; init; } = "seconds";

    public string Svg()
    {
        var ticks = Ticks.UpTo(Math.Max(LeastY, All(point => point.Y)));
        var marks = MarksX ?? [.. Ticks.UpTo(All(point => point.X)).Where(tick => tick <= All(point => point.X) * 1.001).Select(tick => (tick, Text(tick)))];
        var (mostX, mostY) = (Math.Max(All(point => point.X), 1e-9), ticks[^1]);
        var svg = new StringBuilder();
        svg.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width} {Height}\" role=\"img\" aria-label=\"{WebUtility.HtmlEncode(Title)}\">\n");
        foreach (var tick in ticks)
        {
            var y = Y(tick, mostY);
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"grid\" d=\"M{Left} {y:0.#}H{Width - Right}\"/><text class=\"mark\" x=\"{Left - 8}\" y=\"{y + 4:0.#}\" text-anchor=\"end\">{Text(tick)}</text>\n");
        }

        foreach (var (x, text) in marks)
            svg.Append(CultureInfo.InvariantCulture, $"<text class=\"mark\" x=\"{X(x, mostX):0.#}\" y=\"{Height - 16}\" text-anchor=\"middle\">{WebUtility.HtmlEncode(text)}</text>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<text class=\"unit\" x=\"{Width - Right}\" y=\"{Height - 2}\" text-anchor=\"end\">{WebUtility.HtmlEncode(UnitX)}</text><text class=\"unit\" x=\"0\" y=\"10\">{WebUtility.HtmlEncode(UnitY)}</text>\n");
        foreach (var series in Series.Where(series => series.Points.Count > 0))
            Append(svg, series, mostX, mostY);
        return svg.Append("</svg>\n").ToString();
    }

    /// <summary>What is drawn how.</summary>
    public string Legend() => string.Concat(Series.Select(series => $"<span class=\"key {series.Look}\">{WebUtility.HtmlEncode(series.Name)}</span>"));

    private static void Append(StringBuilder svg, Series series, double mostX, double mostY)
    {
        var path = string.Join('L', series.Points.Select(point => string.Create(CultureInfo.InvariantCulture, $"{X(point.X, mostX):0.#} {Y(point.Y, mostY):0.#}")));
        var (first, last) = (X(series.Points[0].X, mostX), X(series.Points[^1].X, mostX));
        if (series.IsArea)
            svg.Append(CultureInfo.InvariantCulture, $"<path class=\"area {series.Look}\" d=\"M{first:0.#} {Y(0, mostY):0.#}L{path}L{last:0.#} {Y(0, mostY):0.#}Z\"/>\n");
        svg.Append(CultureInfo.InvariantCulture, $"<path class=\"line {series.Look}\" d=\"M{path}\"/>\n");
    }

    private double All(Func<(double X, double Y), double> of) => Series.SelectMany(series => series.Points).Select(of).DefaultIfEmpty(0).Max();

    private static double X(double x, double most) => Left + x / most * (Width - Left - Right);

    private static double Y(double y, double most) => Height - Bottom - y / most * (Height - Top - Bottom);

    private static string Text(double number) => number.ToString("0.####", CultureInfo.InvariantCulture);
}

/// <summary>One line of a chart.</summary>
/// <param name="Name">What it shows.</param>
/// <param name="Look">The style it is drawn in.</param>
/// <param name="Points">Where it goes through.</param>
internal sealed record Series(string Name, string Look, IReadOnlyList<(double X, double Y)> Points)
{
    /// <summary>Whether what is below it is filled.</summary>
    public bool IsArea { get; init; }
}

/// <summary>The marks of an axis, at round numbers.</summary>
internal static class Ticks
{
    private const int Wanted = 5;

    private static readonly int[] s_factors = [1, 2, 5, 10];

    /// <summary>From 0 to at least <paramref name="most"/>, in steps of 1, 2 or 5 times a power of ten.</summary>
    public static IReadOnlyList<double> UpTo(double most)
    {
        if (most <= 0)
            return [0, 1];
        var power = Math.Pow(10, Math.Floor(Math.Log10(most / Wanted)));
        var step = s_factors.Select(factor => factor * power).First(step => most / step <= Wanted);
        return [.. Enumerable.Range(0, (int)Math.Ceiling(most / step - 1e-9) + 1).Select(number => number * step)];
    }
}
