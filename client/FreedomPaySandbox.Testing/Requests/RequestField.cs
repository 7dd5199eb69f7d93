namespace FreedomPaySandbox.Testing;

/// <summary>A field of a call as the journal keeps it: nested ones as <c>name[sub]</c>, secrets and card numbers taken out.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public readonly record struct RequestField(string Name, string Value);
