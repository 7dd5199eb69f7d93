using System.Data.Common;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>What was opened is not there any more, or not what it was; the message says so in a sentence, and what to do.</summary>
/// <param name="message">What happened to the store, and the next step.</param>
/// <param name="letGo">Whether connections to it are of no more use.</param>
internal sealed class StoreLostException(string message, bool letGo = false) : DbException(message)
{
    public bool LetGo => letGo;
}
