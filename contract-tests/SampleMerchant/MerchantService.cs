using System.Globalization;
using System.Net;
using FreedomPaySandbox.SampleMerchant;
using FreedomPaySandbox.Testing;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;

namespace FreedomPaySandbox.ContractTests.SampleMerchant;

/// <summary>The sample merchant's whole program on a real port, paying through a sandbox.</summary>
internal sealed class MerchantService : WebApplicationFactory<OrderBook>
{
    private readonly Sandbox _sandbox;
    private readonly SandboxMerchant _merchant;
    private readonly TimeSpan _timeout;
    private readonly HttpClient _http;

    /// <param name="sandbox">Its gateway.</param>
    /// <param name="merchant">Whose id and secret it has.</param>
    /// <param name="timeout">How long it waits for an answer of the gateway.</param>
    public MerchantService(Sandbox sandbox, SandboxMerchant merchant, TimeSpan timeout)
    {
        (_sandbox, _merchant, _timeout) = (sandbox, merchant, timeout);

        // Not UseKestrel(port): that changes the addresses of a server which the program's own thread may have started.
        UseKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0));
        _http = CreateClient();
    }

    /// <returns>The order as the service answers it: <c>ORD1: Paid</c>.</returns>
    public async Task<string> OrderAsync(string id, string amount = "100", string card = "4671593866478252")
    {
        using var form = new FormUrlEncodedContent([new("id", id), new("amount", amount), new("card", card)]);
        using var response = await _http.PostAsync(new Uri("/orders", UriKind.Relative), form);
        return await response.Content.ReadAsStringAsync();
    }

    public Task<string> StateAsync(string id) => _http.GetStringAsync(new Uri($"/orders/{id}", UriKind.Relative));

    /// <returns>How many orders are still open.</returns>
    public async Task<int> ReconcileAsync()
    {
        using var response = await _http.PostAsync(new Uri("/reconcile", UriKind.Relative), content: null);
        response.EnsureSuccessStatusCode();
        return int.Parse(await response.Content.ReadAsStringAsync(), CultureInfo.InvariantCulture);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("FreedomPay:BaseAddress", _sandbox.Address.ToString());
        builder.UseSetting("FreedomPay:MerchantId", _merchant.Id.ToString(CultureInfo.InvariantCulture));
        builder.UseSetting("FreedomPay:PayoutSecret", _merchant.PayoutSecret);
        builder.UseSetting("FreedomPay:Timeout", _timeout.ToString("c", CultureInfo.InvariantCulture));
        builder.UseSetting("Logging:LogLevel:Default", "None");
    }

    protected override void Dispose(bool disposing)
    {
        // The base class has a finalizer, which also runs for what was never put together.
        if (disposing)
            _http.Dispose();
        base.Dispose(disposing);
    }
}
