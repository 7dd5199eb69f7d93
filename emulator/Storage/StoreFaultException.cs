using System.Data.Common;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>The database cannot be reached, for a reason that the network gave and not the engine.</summary>
internal sealed class StoreFaultException(string message, Exception inner) : DbException(message, inner)
{
    public override bool IsTransient => true;
}
