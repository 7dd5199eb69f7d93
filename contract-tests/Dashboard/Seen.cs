using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace FreedomPaySandbox.ContractTests.Dashboard;

/// <summary>A page of the dashboard as it was answered.</summary>
internal sealed record Seen(int Status, string? Location, string Html, IHtmlDocument Page, IReadOnlyDictionary<string, string> Headers)
{
    public string? Flash => Page.QuerySelector(".flash")?.TextContent.Trim();

    public string Heading => From("h1");

    /// <summary>The order ids of the list, from top to bottom.</summary>
    public string[] Orders => Each(".payouts .what a");

    public string? Older => Page.QuerySelector("a[rel=next]")?.GetAttribute("href");

    public IHtmlFormElement Form(string css) => Page.QuerySelector<IHtmlFormElement>(css) ?? throw new InvalidOperationException($"No {css} in {Html}");

    public string From(string css) => Tidy(Page.QuerySelector(css)?.TextContent ?? "");

    public string[] Each(string css) => [.. Page.QuerySelectorAll(css).Select(element => Tidy(element.TextContent))];

    private static string Tidy(string text) => string.Join(' ', text.Split((char[])[' ', '\n', '\r', '\t'], StringSplitOptions.RemoveEmptyEntries));
}
