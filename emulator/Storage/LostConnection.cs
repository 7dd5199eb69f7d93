using System.Data.Common;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>Tells faults of the way to a database from those of what was asked.</summary>
internal static class LostConnection
{
    /// <summary>The connection is no good any more; another one may be.</summary>
    public static bool Is(Exception fault) => fault switch
    {
        DbException { SqlState: { } state } => state.StartsWith("08", StringComparison.Ordinal) || state.StartsWith("57P", StringComparison.Ordinal),
        DbException { IsTransient: true } => true,
        _ => fault is ObjectDisposedException,
    };

    /// <summary>Two transactions came into each other's way, and one was sent back; it may come again.</summary>
    public static bool IsCollision(Exception fault) => fault is DbException { SqlState: "40001" or "40P01" or "23505" };
}
