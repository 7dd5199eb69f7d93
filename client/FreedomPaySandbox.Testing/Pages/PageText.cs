using System.Net;
using System.Text.RegularExpressions;

namespace FreedomPaySandbox.Testing;

/// <summary>
/// What a browser would find on a page of the sandbox. It knows those pages, and no others: their tags are written out, their attributes
/// stand in double quotes, and no element holds another of its own name.
/// </summary>
internal sealed partial class PageText(string html)
{
    /// <summary>Whether there is a field for a card, and what the form needs besides.</summary>
    public bool HasForm => Inputs().Any(input => input.Name == "card") && Hidden.Any(hidden => hidden.Key == "token");

    /// <summary>The hidden fields, which a browser sends along.</summary>
    public IReadOnlyList<KeyValuePair<string, string>> Hidden =>
        [.. Inputs().Where(input => input.Type == "hidden").Select(input => KeyValuePair.Create(input.Name, input.Value))];

    /// <summary>What is said of the card; nothing when nothing is wrong with it.</summary>
    public string? CardError => Error().Match(html) is { Success: true } found ? Words(found.Groups["text"].Value) : null;

    /// <summary>All that there is to read.</summary>
    public string Notice
    {
        get
        {
            var (main, body) = (Main().Match(html), Body().Match(html));
            return Words(main.Success ? main.Groups["text"].Value : body.Success ? body.Groups["text"].Value : html);
        }
    }

    private IEnumerable<(string Type, string Name, string Value)> Inputs() => Input().Matches(html).Select(input =>
    {
        var attributes = input.Groups["attributes"].Value;
        return (Attribute(attributes, "type"), Attribute(attributes, "name"), Attribute(attributes, "value"));
    });

    private static string Attribute(string attributes, string name) => Attributes().Matches(attributes)
        .Where(attribute => attribute.Groups["name"].Value.Equals(name, StringComparison.OrdinalIgnoreCase))
        .Select(attribute => WebUtility.HtmlDecode(attribute.Groups["value"].Value))
        .FirstOrDefault("");

    private static string Words(string html) =>
        White().Replace(WebUtility.HtmlDecode(Tag().Replace(Unread().Replace(html, " "), " ")), " ").Trim();

    [GeneratedRegex("""<input\b(?<attributes>(\s+[^\s=>"/]+(="[^"]*")?)*)\s*/?>""", Options, Milliseconds)]
    private static partial Regex Input();

    [GeneratedRegex("""(?<name>[^\s=>"/]+)="(?<value>[^"]*)"|(?<name>[^\s=>"/]+)""", Options, Milliseconds)]
    private static partial Regex Attributes();

    [GeneratedRegex("""<(?<tag>[a-z0-9]+)\b[^>]*\sid="card-error"[^>]*>(?<text>.*?)</\k<tag>>""", Options, Milliseconds)]
    private static partial Regex Error();

    [GeneratedRegex("<main\\b[^>]*>(?<text>.*?)</main>", Options, Milliseconds)]
    private static partial Regex Main();

    [GeneratedRegex("<body\\b[^>]*>(?<text>.*?)</body>", Options, Milliseconds)]
    private static partial Regex Body();

    [GeneratedRegex("<(?<tag>script|style|head)\\b[^>]*>.*?</\\k<tag>>|<!--.*?-->", Options, Milliseconds)]
    private static partial Regex Unread();

    [GeneratedRegex("<[^>]*>", Options, Milliseconds)]
    private static partial Regex Tag();

    [GeneratedRegex("\\s+", Options, Milliseconds)]
    private static partial Regex White();

    private const int Milliseconds = 1000;

    private const RegexOptions Options =
        RegexOptions.Singleline | RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant;
}
