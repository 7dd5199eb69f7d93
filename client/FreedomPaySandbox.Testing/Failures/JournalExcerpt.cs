using System.Globalization;
using System.Text.Json.Serialization.Metadata;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Testing;

/// <summary>What the last calls and callbacks were, a line each, for the log of a build server.</summary>
internal static class JournalExcerpt
{
    private const int Lines = 10;
    private const int PageSize = 1000;

    /// <summary>Nobody waits long for the explanation of a failure.</summary>
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(5);

    /// <returns>The text; empty when nothing can be told, because the first failure is the one that counts.</returns>
    public static async Task<string> OfAsync(AdminScope scope)
    {
        using var limit = new CancellationTokenSource(s_patience, TimeProvider.System);
        try
        {
            var calls = await LastAsync<RequestPage, SandboxRequest>(scope, "requests", AdminJson.Default.RequestPage, limit.Token);
            var callbacks = await LastAsync<CallbackPage, SandboxCallback>(scope, "callbacks", AdminJson.Default.CallbackPage, limit.Token);
            var strays = scope.IsOne ? await LastAsync<RequestPage, SandboxRequest>(scope.OfNobody, "requests", AdminJson.Default.RequestPage, limit.Token) : [];
            var known = await Task.WhenAll(callbacks.Select(callback => WithHistoryAsync(scope, callback, limit.Token)));

            // The sandbox has masked what must not be told; order ids are the merchant's words, whatever their digits look like.
            var orders = string.Join('\n', calls.Concat(strays).Select(call => call.OrderId).Concat(known.Select(callback => callback.OrderId)));
            return Redaction.Cards($"{Told("calls", scope, calls.Select(GetLine))}{Strays(strays)}\n\n{Told("callbacks", scope, known.Select(GetLine))}", card: null, orders);
        }
        catch (Exception fault) when (fault is SandboxException or OperationCanceledException)
        {
            return "";
        }
    }

    private static async Task<IReadOnlyList<TItem>> LastAsync<TPage, TItem>(
        AdminScope scope, string list, JsonTypeInfo<TPage> type, CancellationToken cancellation)
        where TPage : IListPage<TItem>
    {
        var last = new Queue<TItem>();
        string? after = null;
        while (true)
        {
            var query = new Query(("limit", PageSize.ToString(CultureInfo.InvariantCulture)), ("after", after));
            var page = await scope.PlainAsync(HttpMethod.Get, $"{list}{query}", null, type, cancellation);

            // What is no sandbox may answer with other JSON, which has no list.
            if (page?.Items is not { } items)
                return [.. last];
            foreach (var item in items)
            {
                if (last.Count == Lines)
                    last.Dequeue();
                last.Enqueue(item);
            }

            if (items.Count < PageSize)
                return [.. last];
            after = page.Next;
        }
    }

    private static Task<SandboxCallback> WithHistoryAsync(AdminScope scope, SandboxCallback callback, CancellationToken cancellation) =>
        callback.Attempts == 0
            ? Task.FromResult(callback)
            : scope.PlainAsync(HttpMethod.Get, $"callbacks/{callback.Id}", null, AdminJson.Default.SandboxCallback, cancellation);

    private static string Told(string what, AdminScope scope, IEnumerable<string> lines)
    {
        var told = lines.ToList();
        return told.Count == 0 ? $"{scope.Name} had no {what}." : $"The last {what} of {scope.Name}:\n{string.Join('\n', told.Select(line => $"  {line}"))}";
    }

    // A call that names another merchant than the test's is the one that it waits for in vain.
    private static string Strays(IReadOnlyList<SandboxRequest> calls) => calls.Count == 0
        ? ""
        : $"\n\nThe last calls of no known merchant:\n{string.Join('\n', calls.Select(call => $"  {GetLine(call)}"))}";

    private static string GetLine(SandboxRequest call) => TerminalText.Line(string.Join("  ", new[]
    {
        call.Id,
        call.Operation,
        call.OrderId is { } order ? $"order {order}" : null,
        call.Outcome,
        call.Rule is { } rule ? $"by {rule}" : null,
        call.Fault is { } fault ? $"fault {fault}" : null,
        call.Note,
    }.OfType<string>()));

    private static string GetLine(SandboxCallback callback) => TerminalText.Line(string.Join("  ", new[]
    {
        callback.Id,
        $"order {callback.OrderId}",
        DashedWord<CallbackState>.Format(callback.State),
        callback.Tampering is { } tampering ? $"forged: {tampering}" : null,
        callback.Attempts == 1 ? "1 attempt" : $"{callback.Attempts} attempts",
        callback.History is [.., var last] ? $"the last: {last.Fault ?? $"HTTP {last.Status}"}" : null,
    }.OfType<string>()));
}
