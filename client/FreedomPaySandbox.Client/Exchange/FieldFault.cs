namespace FreedomPaySandbox.Client;

/// <summary>How a field can be wrong.</summary>
internal enum FieldFault
{
    Missing,
    Repeated,
    Unreadable,
    Unexpected,
    Foreign,
}
