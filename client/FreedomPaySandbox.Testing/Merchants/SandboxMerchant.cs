using System.Globalization;

namespace FreedomPaySandbox.Testing;

/// <summary>
/// A merchant of the sandbox: payouts, callbacks, rules, clock and journal are its own, so tests that run in parallel with one
/// merchant each do not meet. Disposing of it removes it with all it has.
/// </summary>
public sealed class SandboxMerchant : IAsyncDisposable
{
    private readonly AdminScope _scope;
    private string? _payoutSecret;
    private string? _receiveSecret;

    internal SandboxMerchant(AdminCalls calls, long id, string? payoutSecret, string? receiveSecret)
    {
        (Id, _payoutSecret, _receiveSecret) = (id, payoutSecret, receiveSecret);
        _scope = new AdminScope(calls, id);
        Clock = new SandboxClock(_scope);
        Rules = new SandboxRules(_scope);
        Payouts = new SandboxPayouts(_scope);
        Callbacks = new SandboxCallbacks(_scope);
        Requests = new SandboxRequests(_scope);
        Findings = new SandboxFindings(_scope);
        Cards = new SandboxCards(_scope);
        Pages = new SandboxPages(_scope);
    }

    /// <summary>Its number: <c>pg_merchant_id</c>.</summary>
    public long Id { get; }

    /// <summary>What signs its payouts and callbacks.</summary>
    /// <exception cref="InvalidOperationException">The merchant was there before, and nobody said its secret.</exception>
    public string PayoutSecret => _payoutSecret ?? throw Untold();

    /// <summary>What signs its savings of cards, their callbacks, and its older status calls.</summary>
    /// <exception cref="InvalidOperationException">The merchant was there before, and nobody said its secret.</exception>
    public string ReceiveSecret => _receiveSecret ?? throw Untold();

    /// <summary>Its clock.</summary>
    public SandboxClock Clock { get; }

    /// <summary>What shall go wrong.</summary>
    public SandboxRules Rules { get; }

    /// <summary>Its payouts.</summary>
    public SandboxPayouts Payouts { get; }

    /// <summary>Its callbacks.</summary>
    public SandboxCallbacks Callbacks { get; }

    /// <summary>Its calls to the gateway.</summary>
    public SandboxRequests Requests { get; }

    /// <summary>What will hurt in production.</summary>
    public SandboxFindings Findings { get; }

    /// <summary>The cards that its recipients saved.</summary>
    public SandboxCards Cards { get; }

    /// <summary>The pages on which its recipients type their cards.</summary>
    public SandboxPages Pages { get; }

    /// <summary>The payout balance now, in currency units.</summary>
    /// <exception cref="SandboxException">The merchant is gone, or the sandbox could not be reached.</exception>
    public async Task<decimal> BalanceAsync(CancellationToken cancellation = default) =>
        (await _scope.GetAsync("", AdminJson.Default.MerchantView, cancellation)).Balance;

    /// <summary>Changes what is given.</summary>
    /// <exception cref="SandboxException">Something is wrong with the settings, and none was taken.</exception>
    public async Task ChangeAsync(MerchantSettings settings, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        await _scope.SendAsync(HttpMethod.Put, "", AdminJson.Body(settings, AdminJson.Default.MerchantSettings), cancellation);
        _payoutSecret = settings.PayoutSecret ?? _payoutSecret;
        _receiveSecret = settings.ReceiveSecret ?? _receiveSecret;
    }

    /// <summary>
    /// Empties it: payouts, callbacks and journal are gone, balance and clock are as they were at first, and so are the rules: those of
    /// the sandbox, not those that the merchant was given since. Settings and secrets stay.
    /// </summary>
    /// <exception cref="SandboxException">The merchant is gone, or the sandbox could not be reached.</exception>
    public Task ResetAsync(CancellationToken cancellation = default) => _scope.SendAsync(HttpMethod.Post, "reset", null, cancellation);

    /// <summary>Removes it with all it has; nothing happens when it, or its sandbox, is gone already.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            await _scope.SendAsync(HttpMethod.Delete, "", null, CancellationToken.None);
        }
        catch (SandboxException fault) when (fault.Status is 404 || fault.InnerException is HttpRequestException)
        {
            // Gone is what it was to be.
        }
        catch (ObjectDisposedException)
        {
            // Its sandbox went first.
        }
    }

    /// <summary>The merchant's number, never its secrets.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"merchant {Id}");

    private InvalidOperationException Untold() => new(
        $"The sandbox tells the secrets of merchant {Id.ToString(CultureInfo.InvariantCulture)} only when it is created. Give them to GetMerchantAsync, or create a merchant of your own.");
}

/// <summary>A merchant as the admin API shows it; with its secrets only where it was just made.</summary>
internal sealed record MerchantView(long Id, decimal Balance, string? PayoutSecret, string? ReceiveSecret)
{
    /// <summary>Never with the secrets.</summary>
    public override string ToString() => $"merchant {Id}";
}
