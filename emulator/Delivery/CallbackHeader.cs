using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>
/// What every callback of a sandbox carries and the vendor's do not: the header by which sandboxes know callbacks that come back to them,
/// through whatever proxy or published port, their own and those of others.
/// </summary>
internal static class CallbackHeader
{
    public const string Name = "X-Sandbox-Callback";

    /// <summary>What a sandbox answers to it. Nothing else answers so by accident.</summary>
    public const int Refusal = StatusCodes.Status508LoopDetected;

    private static readonly Lazy<string> s_own = new(SecretId.Draw);

    /// <summary>Which process sends; another one at each start.</summary>
    public static string Own => s_own.Value;

    public static void Put(HttpRequestMessage callback) => callback.Headers.TryAddWithoutValidation(Name, Own);

    public static bool IsOn(HttpRequest request) => request.Headers.ContainsKey(Name);

    /// <summary>Whether this process sent it.</summary>
    public static bool IsOwn(HttpRequest request) => string.Equals(request.Headers[Name], Own, StringComparison.Ordinal);
}
