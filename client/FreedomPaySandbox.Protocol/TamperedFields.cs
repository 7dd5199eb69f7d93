namespace FreedomPaySandbox.Protocol;

/// <summary>Fields that were changed after they were signed.</summary>
internal static class TamperedFields
{
    /// <summary>The same message with another text in every field of that name.</summary>
    public static Parameters With(Parameters fields, string name, Func<string, string> change) => new(fields.Select(field =>
        string.Equals(field.Name, name, StringComparison.Ordinal) && field.Children is null
            ? new Parameter(name, change(field.Value))
            : field));

    /// <summary>The same message with a signature that is wrong in its last digit; one that is unsigned stays so.</summary>
    public static Parameters WithWrongSignature(Parameters fields) =>
        With(fields, Fields.Signature, signature => signature[..^1] + (signature[^1] == '0' ? '1' : '0'));
}
