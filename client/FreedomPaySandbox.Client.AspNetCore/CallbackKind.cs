using Microsoft.AspNetCore.Http;

namespace FreedomPaySandbox.Client.AspNetCore;

/// <summary>What callbacks of payouts and those of saved cards do not have in common.</summary>
/// <param name="Name">What it is called in the log.</param>
/// <param name="Read">Reads and verifies one.</param>
/// <param name="Taken">Writes the answer to one that was taken.</param>
/// <param name="HandOverAsync">Hands one over that is no problem, and ends when it is stored.</param>
internal sealed record CallbackKind(
    string Name,
    Func<Uri, string?, ReadOnlyMemory<byte>, CallbackReadResult> Read,
    Func<Uri, string> Taken,
    Func<HttpContext, CallbackReadResult, Task> HandOverAsync);
