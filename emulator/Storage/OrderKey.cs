using System.Runtime.InteropServices;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>An order id of an account.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct OrderKey(long Epoch, string OrderId);
