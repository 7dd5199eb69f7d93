using System.Net.Http.Headers;

namespace FreedomPaySandbox.Testing;

/// <summary>
/// One visit of a page by a browser that was never there before: it keeps cookies, says where it comes from, and follows nothing.
/// </summary>
internal sealed class PageVisit : IDisposable
{
    /// <summary>More than any page of the sandbox has.</summary>
    private const int MaxBytes = 1024 * 1024;

    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    private readonly HttpClient _browser;

    public PageVisit(Uri address)
    {
        // It becomes a header, too, in which a host has no letters but those of ASCII.
        Address = address.HostNameType == UriHostNameType.Dns ? new UriBuilder(address) { Host = address.IdnHost }.Uri : address;

        // A sandbox is a neighbour: no proxy leads to it, and its pages are no part of anybody's trace.
        _browser = new HttpClient(new SocketsHttpHandler { AllowAutoRedirect = false, UseProxy = false, ActivityHeadersPropagator = null })
        {
            Timeout = s_longest,
            MaxResponseContentBufferSize = MaxBytes,
        };
        _browser.DefaultRequestHeaders.Accept.Add(new MediaTypeWithQualityHeaderValue("text/html"));
    }

    public Uri Address { get; }

    public async Task<(int Status, PageText Page)> OpenAsync(CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, Address);
        var (status, _, page) = await BrowseAsync(request, cancellation);
        return (status, page);
    }

    /// <returns>The status, where a redirect leads, and what the page shows.</returns>
    public async Task<(int Status, Uri? LeadsTo, PageText Page)> SendAsync(IReadOnlyList<KeyValuePair<string, string>> fields, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, Address) { Content = new FormUrlEncodedContent(fields) };
        request.Headers.Add("Origin", Address.GetLeftPart(UriPartial.Authority));
        request.Headers.Referrer = Address;
        return await BrowseAsync(request, cancellation);
    }

    public void Dispose() => _browser.Dispose();

    private async Task<(int Status, Uri? LeadsTo, PageText Page)> BrowseAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        try
        {
            using var response = await _browser.SendAsync(request, cancellation);
            var isRedirect = (int)response.StatusCode is 301 or 302 or 303 or 307 or 308;
            var leadsTo = isRedirect && response.Headers.Location is { } location ? new Uri(Address, location) : null;
            return ((int)response.StatusCode, leadsTo, new PageText(await response.Content.ReadAsStringAsync(cancellation)));
        }
        catch (HttpRequestException fault)
        {
            throw SandboxException.NoPage(Address, fault.Message, fault);
        }
        catch (OperationCanceledException fault) when (!cancellation.IsCancellationRequested)
        {
            throw SandboxException.NoPage(Address, $"no answer within {DurationJson.Text(s_longest)}", fault);
        }
    }
}
