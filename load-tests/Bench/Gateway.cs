using System.Globalization;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.LoadTests.Bench;

/// <summary>
/// What is put under load, and the merchant who does it: a sandbox of this process, one that runs elsewhere, or something that is none.
/// </summary>
internal sealed class Gateway : IAsyncDisposable
{
    /// <summary>Retries within a run.</summary>
    private static readonly TimeSpan[] s_schedule = [TimeSpan.Zero, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(15)];

    private const decimal Plenty = 1_000_000_000_000m;
    private const long Published = Emulator.Merchants.Merchant.DefaultId;

    private readonly Sandbox? _sandbox;
    private readonly bool _isMade;
    private readonly MerchantBefore? _before;

    private Gateway(Uri address, long merchantId, string payoutSecret) => (Address, MerchantId, PayoutSecret) = (address, merchantId, payoutSecret);

    private Gateway(Sandbox sandbox, SandboxMerchant merchant, bool sharesProcess, MerchantBefore? before = null)
        : this(sandbox.Address, merchant.Id, merchant.PayoutSecret) =>
        (_sandbox, Merchant, _isMade, SharesProcess, _before) = (sandbox, merchant, before is null, sharesProcess, before);

    public Uri Address { get; }

    public long MerchantId { get; }

    public string PayoutSecret { get; }

    public SandboxMerchant? Merchant { get; }

    public bool SharesProcess { get; }

    public string Place => string.Create(
        CultureInfo.InvariantCulture,
        $"{(SharesProcess ? "a sandbox in this process" : _sandbox is null ? $"{Address}, which is no sandbox" : $"the sandbox at {Address}")}, merchant {MerchantId}");

    /// <exception cref="EnvironmentException">It cannot be used so.</exception>
    public static async Task<Gateway> OpenAsync(EnvironmentRequest request, CancellationToken cancellation)
    {
        try
        {
            return request.Target is { } target
                ? await ElsewhereAsync(request, target, cancellation)
                : await HereAsync(request, cancellation);
        }
        catch (SandboxException fault)
        {
            throw new EnvironmentException(fault.Message, fault);
        }
    }

    public FreedomPayOptions Options(TimeSpan timeout) => new()
    {
        BaseAddress = Address,
        MerchantId = MerchantId,
        PayoutSecret = PayoutSecret,
        Timeout = timeout,
    };

    /// <summary>Whether the merchant was there before the run, and is others' too.</summary>
    public bool IsBorrowed => _before is not null;

    /// <summary>Removes a merchant that was made, and puts one back as it was that was there.</summary>
    public async ValueTask DisposeAsync()
    {
        try
        {
            if (_before is not null)
                await _before.PutBackAsync();
            else if (_isMade && !SharesProcess)
                await Merchant!.DisposeAsync();
        }
        finally
        {
            _before?.Dispose();
            if (_sandbox is not null)
                await _sandbox.DisposeAsync();
        }
    }

    private static async Task<Gateway> HereAsync(EnvironmentRequest request, CancellationToken cancellation)
    {
        var sandbox = await Sandbox.StartAsync(new SandboxOptions { Seed = request.Seed }, cancellation);
        try
        {
            return new Gateway(sandbox, await MerchantHereAsync(sandbox, request, cancellation), sharesProcess: true);
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    private static async Task<SandboxMerchant> MerchantHereAsync(Sandbox sandbox, EnvironmentRequest request, CancellationToken cancellation)
    {
        var settings = NewSettings();
        var id = GetId(request);
        if (id != Published)
        {
            (settings.Id, settings.PayoutSecret, settings.Seed) = (id, request.PayoutSecret, request.Seed);
            return await sandbox.CreateMerchantAsync(settings);
        }

        var merchant = await sandbox.GetMerchantAsync(Published, cancellation: cancellation);
        settings.PayoutSecret = request.PayoutSecret;
        await merchant.ChangeAsync(settings, cancellation);
        return merchant;
    }

    private static async Task<Gateway> ElsewhereAsync(EnvironmentRequest request, Uri target, CancellationToken cancellation)
    {
        if (await ConnectAsync(request, target, cancellation) is not { } sandbox)
            return new Gateway(target, request.MerchantId!.Value, request.PayoutSecret!);
        try
        {
            return GetId(request) is { } given
                ? new Gateway(
                    sandbox,
                    await sandbox.GetMerchantAsync(given, request.PayoutSecret, cancellation: cancellation),
                    sharesProcess: false,
                    await MerchantBefore.OfAsync(target, request.AdminToken, given, cancellation))
                : new Gateway(sandbox, await sandbox.CreateMerchantAsync(NewSettings()), sharesProcess: false);
        }
        catch
        {
            await sandbox.DisposeAsync();
            throw;
        }
    }

    /// <returns>Nothing where there is something that is no sandbox, and that will do.</returns>
    private static async Task<Sandbox?> ConnectAsync(EnvironmentRequest request, Uri target, CancellationToken cancellation)
    {
        try
        {
            return await Sandbox.ConnectAsync(target, request.AdminToken, cancellation);
        }
        catch (SandboxException fault) when (fault.InnerException is not (HttpRequestException or TimeoutException) && fault.Status is not (401 or 403))
        {
            if (request.NeedsSandbox)
                throw new EnvironmentException($"the scenario needs a sandbox, for its clock, rules and books, and {target} is none. Leave --target out, or name a sandbox.", fault);
            if (request is { MerchantId: null } or { PayoutSecret: null })
                throw new EnvironmentException($"{target} is no sandbox, so nobody makes a merchant there. Give yours with --merchant and --secret.", fault);
            return null;
        }
    }

    // An endpoint of the merchant's own knows the published secret of 9970, unless another merchant is named.
    private static long? GetId(EnvironmentRequest request) => request.MerchantId ?? (request.Callback is null ? null : Published);

    private static MerchantSettings NewSettings() => new() { Balance = Plenty, CallbackSchedule = s_schedule };
}

/// <summary>Where the load goes, and as whom.</summary>
internal sealed record EnvironmentRequest
{
    /// <summary>The gateway; a sandbox in this process when left out.</summary>
    public Uri? Target { get; init; }

    /// <summary>The merchant's own endpoint; one in this process when left out.</summary>
    public string? Callback { get; init; }

    /// <summary>A merchant that is there; one made for the run when left out.</summary>
    public long? MerchantId { get; init; }

    public string? PayoutSecret { get; init; }

    public string? AdminToken { get; init; }

    public int Seed { get; init; } = 1;

    /// <summary>Whether clock, rules or books of a sandbox are needed.</summary>
    public bool NeedsSandbox { get; init; }

    /// <summary>How long an answer may take.</summary>
    public TimeSpan ClientTimeout { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>Never with the secret.</summary>
    public override string ToString() => $"load on {Target?.ToString() ?? "a sandbox in this process"}";
}

/// <summary>Where the endpoint in this process listens, and the host under which the gateway reaches it.</summary>
internal sealed record CallbackPlace(string Url, string? Host)
{
    public static CallbackPlace Own { get; } = new("http://127.0.0.1:0", Host: null);

    /// <summary>A container is known to those beside it by its host name; everybody else is taken to share this machine.</summary>
    public static CallbackPlace For(Uri? target, SandboxLocation place, string hostName) =>
        target is { IsLoopback: false } && place.InContainer ? new("http://0.0.0.0:0", hostName) : Own;
}
