using System.Globalization;
using System.Text;
using System.Text.Json;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Admin;

/// <summary>Calls of a test to the admin API of a running sandbox, and the payouts it asks about.</summary>
internal static class AdminCall
{
    public const string Success = "4671593866478252";
    public const string InProcess = "5507841999732294";
    public const string InProcessThenError = "4532676596620704";
    public const string Fails = "4556046085041740";

    public static Task<AdminAnswer> GetAsync(this RunningSandbox sandbox, string path) => sandbox.CallAsync("GET", path);

    public static Task<AdminAnswer> PostAsync(this RunningSandbox sandbox, string path, string? json = null) => sandbox.CallAsync("POST", path, json);

    public static Task<AdminAnswer> PutAsync(this RunningSandbox sandbox, string path, string json) => sandbox.CallAsync("PUT", path, json);

    public static Task<AdminAnswer> DeleteAsync(this RunningSandbox sandbox, string path) => sandbox.CallAsync("DELETE", path);

    public static Task<AdminAnswer> CallAsync(
        this RunningSandbox sandbox, string method, string path, string? json = null, params (string Name, string Value)[] headers) =>
        sandbox.CallAsync(method, path, json is null ? null : Encoding.UTF8.GetBytes(json), headers);

    /// <summary>Calls a path below <c>/__admin</c>.</summary>
    public static async Task<AdminAnswer> CallAsync(
        this RunningSandbox sandbox, string method, string path, byte[]? body, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(sandbox.Address, "/__admin" + path));
        if (body is not null)
            request.Content = new ByteArrayContent(body) { Headers = { ContentType = new("application/json") } };
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var response = await sandbox.Client.SendAsync(request);
        return new AdminAnswer(
            (int)response.StatusCode, response.Content.Headers.ContentType?.ToString(), await response.Content.ReadAsStringAsync(), response);
    }

    /// <summary>Makes a merchant with these settings.</summary>
    /// <returns>Its id and its payout secret.</returns>
    public static async Task<(long Id, string Secret)> MakeAsync(this RunningSandbox sandbox, string settings = "{}")
    {
        var made = (await sandbox.PostAsync("/merchants", settings)).Is(201);
        return (made.Number("id"), made.Said("payoutSecret"));
    }

    /// <summary>A payout that is accepted.</summary>
    /// <returns>Its payment id.</returns>
    public static async Task<long> PayAsync(
        this RunningSandbox sandbox, string orderId, string card = Success, long merchant = 9970, string secret = SignedCall.PayoutSecret, string? link = null)
    {
        var call = SignedCall.Payout(orderId, card: card, merchant: merchant) with { Secret = secret };
        var reply = await sandbox.CallAsync(link is null ? call : call.With("pg_post_link", link));
        return reply["pg_payment_id"] is { } id ? long.Parse(id, CultureInfo.InvariantCulture) : throw new InvalidOperationException(reply.Text);
    }

    /// <summary>Makes a call to the gateway.</summary>
    /// <returns>What its answer carried as the id of its journal entry.</returns>
    public static async Task<string> RequestIdAsync(this RunningSandbox sandbox, HttpRequestMessage request)
    {
        using (request)
        {
            request.RequestUri = new Uri(sandbox.Address, request.RequestUri!);
            using var response = await sandbox.Client.SendAsync(request);
            return response.Headers.GetValues("X-Sandbox-Request").Single();
        }
    }

    public static string Quoted(string text) => JsonSerializer.Serialize(text);
}
