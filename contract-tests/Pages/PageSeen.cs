using AngleSharp.Dom;
using AngleSharp.Html.Dom;

namespace FreedomPaySandbox.ContractTests.Pages;

/// <summary>What a browser was answered: the page, or where to go.</summary>
internal sealed record PageSeen(int Status, string? Location, IHtmlDocument Document)
{
    /// <summary>What stands beside the field when something is wrong with it.</summary>
    public string? Error => Document.GetElementById("card-error")?.TextContent;

    public string Heading => Document.QuerySelector("h1")?.TextContent.Trim() ?? "";

    public IHtmlInputElement? Field => Document.QuerySelector<IHtmlInputElement>("input[name=card]");

    public string? Token => Document.QuerySelector<IHtmlInputElement>("input[name=token]")?.Value;
}
