using System.Globalization;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Wire;

/// <summary>
/// A gateway and a merchant of it: the same questions are put to a sandbox in this process, to one that runs elsewhere, and to the vendor.
/// </summary>
internal sealed class WireTarget : IAsyncDisposable
{
    private static readonly string? s_url = Environment.GetEnvironmentVariable("FREEDOMPAY_BASE_URL");
    private static readonly string? s_merchant = Environment.GetEnvironmentVariable("FREEDOMPAY_MERCHANT_ID");
    private static readonly string? s_secret = Environment.GetEnvironmentVariable("FREEDOMPAY_PAYOUT_SECRET");

    private readonly HttpClient _http = new() { Timeout = TimeSpan.FromSeconds(60) };
    private readonly Sandbox? _sandbox;
    private readonly SandboxMerchant? _merchant;

    private WireTarget(Uri address, long merchantId, string secret, Sandbox? sandbox, SandboxMerchant? merchant) =>
        (Address, MerchantId, Secret, _sandbox, _merchant) = (address, merchantId, secret, sandbox, merchant);

    public static TargetKind Kind { get; } =
        s_url is null ? TargetKind.InProcess : s_merchant is null || s_secret is null ? TargetKind.Sandbox : TargetKind.Vendor;

    public Uri Address { get; }

    public long MerchantId { get; }

    public string Secret { get; }

    /// <summary>The merchant as a sandbox's tests steer it; only tests that need a sandbox may ask.</summary>
    public SandboxMerchant Merchant => _merchant ?? throw new InvalidOperationException("The vendor cannot be steered.");

    public static async Task<WireTarget> OpenAsync(params SandboxRule[] rules)
    {
        if (Kind == TargetKind.Vendor)
            return new WireTarget(new Uri(s_url!), long.Parse(s_merchant!, CultureInfo.InvariantCulture), s_secret!, null, null);

        var sandbox = Kind == TargetKind.InProcess
            ? await Sandbox.StartAsync()
            : await Sandbox.ConnectAsync(new Uri(s_url!), Environment.GetEnvironmentVariable("FPS_ADMIN_TOKEN"));
        var merchant = await sandbox.CreateMerchantAsync(rules);
        return new WireTarget(sandbox.Address, merchant.Id, merchant.PayoutSecret, sandbox, merchant);
    }

    /// <summary>A payout of this merchant; the vendor remembers order ids for ever, so each is new.</summary>
    public SignedCall Payout(string card = "4671593866478252", string amount = "100", string postLink = "http://127.0.0.1:9/post") =>
        SignedCall.Payout(NewOrderId(), amount, card, MerchantId).With("pg_post_link", postLink) with { Secret = Secret };

    /// <summary>Any call, as this merchant's.</summary>
    public SignedCall From(SignedCall call) => call.With("pg_merchant_id", MerchantId.ToString(CultureInfo.InvariantCulture)) with { Secret = Secret };

    public SignedCall Status(string orderId) => new SignedCall(new()
    {
        { "pg_merchant_id", MerchantId.ToString(CultureInfo.InvariantCulture) },
        { "pg_order_id", orderId },
        { "pg_salt", "any text" },
    }) with
    { Path = "/g2g/payout_status2", Secret = Secret };

    public async Task<Reply> SendAsync(HttpRequestMessage request)
    {
        using (request)
        {
            request.RequestUri = new Uri(Address.GetLeftPart(UriPartial.Authority) + request.RequestUri!.OriginalString);
            using var response = await _http.SendAsync(request);
            return new Reply(
                (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsByteArrayAsync());
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_merchant is not null)
            await _merchant.DisposeAsync();
        if (_sandbox is not null)
            await _sandbox.DisposeAsync();
    }

    /// <summary>The vendor remembers order ids for ever.</summary>
    public static string NewOrderId() =>
        string.Create(CultureInfo.InvariantCulture, $"wire-{TimeProvider.System.GetUtcNow().UtcTicks}-{Interlocked.Increment(ref s_orders)}");

    private static int s_orders;
}
