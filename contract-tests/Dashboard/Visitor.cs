using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Dashboard;

/// <summary>A developer on the dashboard, without a browser: keeps cookies, follows nothing by itself.</summary>
internal sealed class Visitor : IAsyncDisposable
{
    private const string TokenField = "form-token";

    private readonly HttpClient _http;

    public Visitor(RunningSandbox sandbox)
    {
        _http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = Cookies }) { BaseAddress = sandbox.Address };
    }

    public static Visitor To(RunningSandbox sandbox) => new(sandbox);

    public CookieContainer Cookies { get; } = new();

    /// <summary>Sent along with everything.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    /// <summary>Whether what is posted carries the token of the dashboard's forms, as a browser's does that has the page open.</summary>
    public bool BringsToken { get; init; } = true;

    public Task<Seen> GetAsync(string path) => SendAsync(new HttpRequestMessage(HttpMethod.Get, new Uri(path, UriKind.Relative)));

    public async Task<Seen> PostAsync(string path, params (string Name, string Value)[] fields)
    {
        if (BringsToken && !fields.Any(field => field.Name == TokenField) && await TokenAsync() is { } token)
            fields = [.. fields, (TokenField, token)];
        return await SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(path, UriKind.Relative))
        {
            Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
        });
    }

    /// <summary>Presses the button of a form, and goes where it leads.</summary>
    public async Task<Seen> PressAsync(IHtmlFormElement form, params (string Name, string Value)[] typed)
    {
        var hidden = form.QuerySelectorAll<IHtmlInputElement>("input[type=hidden]").Select(input => (input.Name!, input.Value));
        var answer = await PostAsync(form.GetAttribute("action")!, [.. hidden, .. typed]);
        Assert.Equal(303, answer.Status);
        return await GetAsync(answer.Location!);
    }

    public async Task<Seen> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            foreach (var (name, value) in Headers)
                request.Headers.TryAddWithoutValidation(name, value);
            using var response = await _http.SendAsync(request);
            var text = await response.Content.ReadAsStringAsync();
            return new Seen((int)response.StatusCode, response.Headers.Location?.OriginalString, text, new HtmlParser().ParseDocument(text), Headers: response.Headers.ToDictionary(
                header => header.Key, header => string.Join('\n', header.Value), StringComparer.OrdinalIgnoreCase));
        }
    }

    /// <summary>Gives the pass back.</summary>
    public Task<Seen> PressOutAsync(Seen seen) => PostAsync(seen.Form("form[action$=logout]").GetAttribute("action")!);

    // Any page with a form has it: the clocks, or the page that asks for the admin token in their place.
    private async Task<string?> TokenAsync() => (await GetAsync("/clock")).Page.QuerySelector($"[name={TokenField}]")?.GetAttribute("value");

    public ValueTask DisposeAsync()
    {
        _http.Dispose();
        return ValueTask.CompletedTask;
    }
}
