namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>How single fields travel: as a form (T-2), in the query (T-3) or as multipart (T-1).</summary>
internal enum SignCarrier
{
    Form,
    Query,
    Multipart,
}
