using System.Globalization;
using System.Text.Json.Serialization.Metadata;

namespace FreedomPaySandbox.Testing;

/// <summary>The part of the admin API that is about one merchant, or about all. Its failures carry the journal of that part.</summary>
/// <param name="calls">The way to the sandbox.</param>
/// <param name="merchant">The merchant's id, or nothing for all.</param>
internal sealed class AdminScope(AdminCalls calls, long? merchant)
{
    private readonly string _root = merchant is { } id ? string.Create(CultureInfo.InvariantCulture, $"merchants/{id}") : "";

    public string Name => merchant is { } id ? string.Create(CultureInfo.InvariantCulture, $"merchant {id}") : "all merchants";

    /// <summary>Whether it is about one merchant.</summary>
    public bool IsOne => merchant is not null;

    /// <summary>The part that is about calls which name no known merchant.</summary>
    public AdminScope OfNobody => new(calls, merchant: 0);

    public Task<T> GetAsync<T>(string path, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        SendAsync(HttpMethod.Get, path, null, type, cancellation);

    public async Task<T> SendAsync<T>(HttpMethod method, string path, HttpContent? body, JsonTypeInfo<T> type, CancellationToken cancellation)
    {
        try
        {
            return await PlainAsync(method, path, body, type, cancellation);
        }
        catch (SandboxException fault)
        {
            throw fault.With(await JournalExcerpt.OfAsync(this));
        }
    }

    public async Task SendAsync(HttpMethod method, string path, HttpContent? body, CancellationToken cancellation)
    {
        try
        {
            using var _ = await calls.SendAsync(method, Path(path), body, cancellation);
        }
        catch (SandboxException fault)
        {
            throw fault.With(await JournalExcerpt.OfAsync(this));
        }
    }

    /// <summary>A call whose failure carries no journal, for those who read it.</summary>
    public Task<T> PlainAsync<T>(HttpMethod method, string path, HttpContent? body, JsonTypeInfo<T> type, CancellationToken cancellation) =>
        calls.SendAsync(method, Path(path), body, type, cancellation);

    private string Path(string path) => _root.Length == 0 || path.Length == 0 ? _root + path : $"{_root}/{path}";
}
