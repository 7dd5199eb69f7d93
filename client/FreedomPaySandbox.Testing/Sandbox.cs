using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Testing;

/// <summary>
/// Freedom Pay's payout API inside a test: one that runs in this process, or one that runs elsewhere. Both are steered over HTTP and
/// behave alike. Disposing of one that was started here ends it; one that runs elsewhere runs on.
/// </summary>
public sealed class Sandbox : IAsyncDisposable
{
    private static readonly TimeSpan s_longestGreeting = TimeSpan.FromSeconds(10);

    private readonly AdminCalls _calls;
    private HostedSandbox? _hosted;

    private Sandbox(AdminCalls calls, HostedSandbox? hosted)
    {
        (_calls, _hosted) = (calls, hosted);
        All = new AdminScope(calls, null);
        Clock = new SandboxClock(All);
        Payouts = new SandboxPayouts(All);
        Callbacks = new SandboxCallbacks(All);
        Requests = new SandboxRequests(All);
        Findings = new SandboxFindings(All);
    }

    /// <summary>Where it listens: what the service under test takes for Freedom Pay.</summary>
    public Uri Address => _calls.Address;

    /// <summary>The clocks of all merchants, and of those still to be made.</summary>
    public SandboxClock Clock { get; }

    /// <summary>The payouts of all merchants.</summary>
    public SandboxPayouts Payouts { get; }

    /// <summary>The callbacks of all merchants.</summary>
    public SandboxCallbacks Callbacks { get; }

    /// <summary>The calls of all merchants, and of callers that are none.</summary>
    public SandboxRequests Requests { get; }

    /// <summary>What will hurt in production.</summary>
    public SandboxFindings Findings { get; }

    private AdminScope All { get; }

    /// <summary>Starts one in this process, on a free port of 127.0.0.1. It has the default merchant, 9970.</summary>
    /// <param name="options">What shall not be as it is by default.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SandboxException">The store is in use or cannot be written.</exception>
    public static async Task<Sandbox> StartAsync(SandboxOptions? options = null, CancellationToken cancellation = default)
    {
        var hosted = await HostedSandbox.StartAsync(options ?? new SandboxOptions(), cancellation);
        return new Sandbox(new AdminCalls(hosted.Address), hosted);
    }

    /// <summary>Connects to one that runs elsewhere.</summary>
    /// <param name="address">Such as <c>http://localhost:8585</c>.</param>
    /// <param name="adminToken">What it was told as <c>--admin-token</c>, if it was.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SandboxException">Nobody answers there, or something that is no sandbox, or the token is wrong.</exception>
    public static async Task<Sandbox> ConnectAsync(Uri address, string? adminToken = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(address);
        var calls = new AdminCalls(address, adminToken);
        try
        {
            await GreetAsync(calls, cancellation);
            return new Sandbox(calls, hosted: null);
        }
        catch
        {
            calls.Dispose();
            throw;
        }
    }

    /// <summary>Makes a merchant with an id and secrets of its own, and with these rules.</summary>
    /// <exception cref="SandboxException">Something is wrong with the rules, or the sandbox could not be reached.</exception>
    public Task<SandboxMerchant> CreateMerchantAsync(params SandboxRule[] rules) => CreateMerchantAsync(new MerchantSettings(), rules);

    /// <summary>Makes a merchant with these settings and rules.</summary>
    /// <exception cref="SandboxException">Something is wrong with them, or there is a merchant of that id already.</exception>
    public async Task<SandboxMerchant> CreateMerchantAsync(MerchantSettings settings, params SandboxRule[] rules)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ArgumentNullException.ThrowIfNull(rules);
        var made = await _calls.SendAsync(
            HttpMethod.Post, "merchants", AdminJson.Body(settings, AdminJson.Default.MerchantSettings), AdminJson.Default.MerchantView, CancellationToken.None);
        var merchant = new SandboxMerchant(_calls, made.Id, made.PayoutSecret, made.ReceiveSecret);
        if (rules.Length == 0)
            return merchant;
        try
        {
            await merchant.Rules.PutAsync(rules);
            return merchant;
        }
        catch
        {
            await merchant.DisposeAsync();
            throw;
        }
    }

    /// <summary>A merchant that is there already. Do not dispose of one that others use, too.</summary>
    /// <param name="id">Its number, such as 9970.</param>
    /// <param name="payoutSecret">Its secret, which the sandbox does not tell; the published one when left out for 9970.</param>
    /// <param name="receiveSecret">Its other secret; the payout secret, or the published one for 9970, when left out.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SandboxException">There is no such merchant.</exception>
    public async Task<SandboxMerchant> GetMerchantAsync(
        long id, string? payoutSecret = null, string? receiveSecret = null, CancellationToken cancellation = default)
    {
        var published = id == Merchant.DefaultId && payoutSecret is null ? MerchantSecrets.Published : null;
        var merchant = new SandboxMerchant(_calls, id, payoutSecret ?? published?.Payout, receiveSecret ?? payoutSecret ?? published?.Receive);
        await merchant.BalanceAsync(cancellation);
        return merchant;
    }

    /// <summary>Empties every merchant: payouts, callbacks, journal; balances, clocks and rules are as they were at first.</summary>
    /// <exception cref="SandboxException">The sandbox could not be reached.</exception>
    public Task ResetAsync(CancellationToken cancellation = default) => All.SendAsync(HttpMethod.Post, "reset", null, cancellation);

    /// <summary>
    /// Ends one that was started here at once: its port is free, its temporary store deleted. Nothing happens the second time.
    /// </summary>
    public async ValueTask DisposeAsync()
    {
        _calls.Dispose();
        if (Interlocked.Exchange(ref _hosted, null) is { } hosted)
            await hosted.DisposeAsync();
    }

    private static async Task GreetAsync(AdminCalls calls, CancellationToken cancellation)
    {
        using var limit = new CancellationTokenSource(s_longestGreeting, TimeProvider.System);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellation);
        try
        {
            await calls.SendAsync(HttpMethod.Get, "health", null, AdminJson.Default.Health, either.Token);
        }
        catch (OperationCanceledException fault) when (!cancellation.IsCancellationRequested)
        {
            throw SandboxException.Unreachable(calls.Address, new TimeoutException($"no answer within {DurationJson.Text(s_longestGreeting)}", fault));
        }
    }
}
