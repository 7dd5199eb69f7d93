using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.Client.AspNetCore;

/// <summary>What is logged of callbacks: no secret, no value of a message that was not believed.</summary>
internal static partial class CallbackLog
{
    [LoggerMessage(1, LogLevel.Warning, "A {Name} callback was refused, {Kind}: {Text}")]
    public static partial void Refused(ILogger log, string name, CallbackProblemKind kind, string text);

    [LoggerMessage(2, LogLevel.Error, "A {Name} callback was not stored and will be sent again.")]
    public static partial void NotStored(ILogger log, string name, Exception fault);
}
