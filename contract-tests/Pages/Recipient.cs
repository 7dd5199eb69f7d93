using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;

namespace FreedomPaySandbox.ContractTests.Pages;

/// <summary>Somebody on a recipient's page, without a browser: reads the page and posts its form as a browser would.</summary>
internal sealed class Recipient
{
    private static readonly HttpClient s_http = new(new HttpClientHandler { AllowAutoRedirect = false });

    /// <summary>Sent along, where a test plays a browser that says where it comes from.</summary>
    public Dictionary<string, string> Headers { get; } = new(StringComparer.Ordinal);

    public async Task<PageSeen> OpenAsync(string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(address));
        return await SendAsync(request);
    }

    /// <summary>Opens the page, types the number and sends the form with all that is in it.</summary>
    public async Task<PageSeen> TypeAsync(string address, string card)
    {
        var page = await OpenAsync(address);
        var form = page.Document.Forms.Single();
        var fields = form.Elements.OfType<IHtmlInputElement>().Where(input => input.Name is not null)
            .ToDictionary(input => input.Name!, input => input.Name == "card" ? card : input.Value, StringComparer.Ordinal);
        return await PostAsync(address, fields);
    }

    public async Task<PageSeen> PostAsync(string address, IReadOnlyDictionary<string, string> fields)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(address)) { Content = new FormUrlEncodedContent(fields) };
        return await SendAsync(request);
    }

    private async Task<PageSeen> SendAsync(HttpRequestMessage request)
    {
        foreach (var (name, value) in Headers)
            request.Headers.TryAddWithoutValidation(name, value);
        using var response = await s_http.SendAsync(request);
        var html = await response.Content.ReadAsStringAsync();
        return new PageSeen((int)response.StatusCode, response.Headers.Location?.OriginalString, new HtmlParser().ParseDocument(html));
    }
}
