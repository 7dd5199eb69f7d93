using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.LoadTests.Bench;

/// <summary>
/// A merchant that was there before the run, as it was then: its clock, its rules and its settings, with the balance. Others use it,
/// so however the run ends, it is put back. Its payouts stay in the books: nobody can take those back.
/// </summary>
internal sealed class MerchantBefore : IDisposable
{
    private const int MostTries = 10;

    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan s_close = TimeSpan.FromMilliseconds(2);

    private readonly HttpClient _admin;
    private readonly long _id;
    private JsonObject _settings = [];
    private JsonArray _rules = [];
    private MerchantClock _clock = new(default, Frozen: false, default);

    private MerchantBefore(Uri sandbox, string? adminToken, long id)
    {
        _id = id;
        _admin = new HttpClient(new SocketsHttpHandler { UseProxy = false, ActivityHeadersPropagator = null })
        {
            BaseAddress = new Uri(sandbox, string.Create(CultureInfo.InvariantCulture, $"/__admin/merchants/{id}/")),
            Timeout = s_patience,
        };
        if (adminToken is not null)
            _admin.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", adminToken);
    }

    /// <summary>Looks at it before anything is done to it.</summary>
    /// <exception cref="EnvironmentException">It cannot be read.</exception>
    public static async Task<MerchantBefore> OfAsync(Uri sandbox, string? adminToken, long id, CancellationToken cancellation)
    {
        var before = new MerchantBefore(sandbox, adminToken, id);
        try
        {
            before._settings = await before.SettingsAsync(cancellation);
            before._rules = await before.RulesAsync(cancellation);
            before._clock = await before.ClockAsync(cancellation);
            return before;
        }
        catch (Exception fault) when (IsTrouble(fault) && !cancellation.IsCancellationRequested)
        {
            before.Dispose();
            throw new EnvironmentException($"merchant {id} cannot be read, so nothing is done to it: {fault.Message}", fault);
        }
        catch
        {
            before.Dispose();
            throw;
        }
    }

    /// <summary>Puts it back as it was.</summary>
    /// <exception cref="EnvironmentException">It could not be.</exception>
    public async Task PutBackAsync()
    {
        try
        {
            if (!JsonNode.DeepEquals(_rules, await RulesAsync(CancellationToken.None)))
                await SendAsync(HttpMethod.Put, "rules", new JsonObject { ["rules"] = _rules.DeepClone() });
            await PutClockBackAsync();
            if (!JsonNode.DeepEquals(_settings, await SettingsAsync(CancellationToken.None)))
                await SendAsync(HttpMethod.Put, "", _settings);
        }
        catch (Exception fault) when (IsTrouble(fault))
        {
            throw new EnvironmentException(
                $"merchant {_id} could not be put back as it was before the run: {fault.Message} Set its clock back with POST /__admin/merchants/{_id}/clock/reset, and look at its rules and balance.", fault);
        }
    }

    public void Dispose() => _admin.Dispose();

    private static bool IsTrouble(Exception fault) => fault is HttpRequestException or JsonException or InvalidOperationException or OperationCanceledException or FormatException;

    private async Task PutClockBackAsync()
    {
        var now = await ClockAsync(CancellationToken.None);
        if (_clock.IsMachine && !now.IsMachine)
        {
            // Where it begins, in most cases, and without the time that a call takes.
            await SendAsync(HttpMethod.Post, "clock/reset", body: null);
            now = await ClockAsync(CancellationToken.None);
        }

        if (_clock.Frozen)
        {
            if (!now.Frozen || now.Now != _clock.Now)
                await SetClockAsync(_clock.Now, frozen: true);
            return;
        }

        if (now.Frozen)
            now = await SetClockAsync(now.Now, frozen: false);

        // It is off by as long as the call took, so it is set again, by that much more.
        var late = TimeSpan.Zero;
        for (var tries = 0; tries < MostTries && _clock.Ahead - now.Ahead is var away && away.Duration() > s_close; tries++)
        {
            now = await SetClockAsync(now.Now + away + late, frozen: false);
            late = _clock.Ahead - now.Ahead;
        }
    }

    private async Task<MerchantClock> SetClockAsync(DateTimeOffset moment, bool frozen)
    {
        var text = moment.ToUniversalTime().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'", CultureInfo.InvariantCulture);
        await SendAsync(HttpMethod.Put, "clock", new JsonObject { ["now"] = text, ["frozen"] = frozen });
        return await ClockAsync(CancellationToken.None);
    }

    private async Task<JsonObject> SettingsAsync(CancellationToken cancellation)
    {
        var settings = (JsonObject)await GetAsync("", cancellation);
        foreach (var nothing in settings.Where(setting => setting.Value is null).Select(setting => setting.Key).ToList())
            settings.Remove(nothing);
        return settings;
    }

    // Those of the merchant's own, without their counts, which begin anew wherever rules are put.
    private async Task<JsonArray> RulesAsync(CancellationToken cancellation)
    {
        var own = new JsonArray();
        foreach (var rule in (await GetAsync("rules", cancellation))["rules"]!.AsArray().OfType<JsonObject>().Where(rule => rule["builtIn"]?.GetValue<bool>() is not true))
        {
            rule.Remove("calls");
            rule.Remove("hits");
            own.Add(rule.DeepClone());
        }

        return own;
    }

    private async Task<MerchantClock> ClockAsync(CancellationToken cancellation)
    {
        var machine = await GetAsync("clock", cancellation);
        var frozen = machine["frozen"]!.GetValue<bool>();
        return new MerchantClock(machine["now"]!.GetValue<DateTimeOffset>(), frozen, frozen ? default : MerchantClock.Distance(machine["ahead"]!.GetValue<string>()));
    }

    private async Task<JsonNode> GetAsync(string place, CancellationToken cancellation)
    {
        using var answer = await _admin.GetAsync(Place(place), cancellation);
        answer.EnsureSuccessStatusCode();
        await using var body = await answer.Content.ReadAsStreamAsync(cancellation);
        return await JsonNode.ParseAsync(body, cancellationToken: cancellation) ?? throw new JsonException("null");
    }

    private async Task SendAsync(HttpMethod method, string place, JsonObject? body)
    {
        using var request = new HttpRequestMessage(method, Place(place)) { Content = body is null ? null : new StringContent(body.ToJsonString(), Encoding.UTF8, "application/json") };
        using var answer = await _admin.SendAsync(request);
        if (!answer.IsSuccessStatusCode)
            throw new HttpRequestException($"{method} /{place} was answered HTTP {(int)answer.StatusCode}.");
    }

    // The merchant itself has no slash behind it.
    private Uri Place(string place) => place.Length == 0 ? new Uri(_admin.BaseAddress!.ToString().TrimEnd('/')) : new Uri(place, UriKind.Relative);
}

/// <summary>Where a merchant's clock is: standing at a moment, or so far ahead of the machine's.</summary>
internal readonly record struct MerchantClock(DateTimeOffset Now, bool Frozen, TimeSpan Ahead)
{
    /// <summary>Whether it goes with the machine's.</summary>
    public bool IsMachine => !Frozen && Ahead == TimeSpan.Zero;

    /// <summary>Reads such as <c>2h</c> or <c>-0.5ms</c>.</summary>
    public static TimeSpan Distance(string text) =>
        (SettingText.Duration(text.TrimStart('-')) ?? throw new FormatException($"\"{text}\" is no distance between clocks.")) * (text.StartsWith('-') ? -1 : 1);
}
