using FreedomPaySandbox.ContractTests.Callbacks;

namespace FreedomPaySandbox.ContractTests.Testing;

/// <summary>Pages for recipients as the sandbox writes them, from a server that a test plays.</summary>
internal static class StubPages
{
    private const string Head =
        """<!DOCTYPE html><html lang="ru"><head><title>Head</title><style>main { color: red }</style></head><body><header><p>Brand</p></header>""";

    public static string Form { get; } = FormWith("");

    /// <summary>The same page with what is wrong beside the field.</summary>
    public static string FormWithError(string html) => FormWith($"<p id=\"card-error\" role=\"alert\">{html}</p>");

    public static string Notice(string title, string text) =>
        $"{Head}<main>\n<section class=\"notice\"><h1>{title}</h1>\n<p>{text}</p></section></main><footer>Foot</footer></body></html>";

    public static EndpointAnswer Answer(int status, string html) => async context =>
    {
        context.Response.ContentType = "text/html; charset=utf-8";
        await EndpointAnswers.Status(status, html)(context);
    };

    private static string FormWith(string error) =>
        $$"""
        {{Head}}
        <main><h1>Выплата</h1>
        <form method="post">
            <input type="hidden" name="token" value="t&#x2B;&quot;&amp;1">
            <input type="hidden" name="lang" value="ru">
            <label for="card">Номер карты</label>
            <input id="card" name="card" type="text" inputmode="numeric" autocomplete="cc-number" spellcheck="false" autofocus>
            {{error}}
            <button type="submit">Получить</button>
        </form></main></body></html>
        """;
}
