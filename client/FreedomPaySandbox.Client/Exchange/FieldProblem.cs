namespace FreedomPaySandbox.Client;

/// <summary>A field that is not as it must be.</summary>
internal sealed record FieldProblem(string Field, FieldFault Fault)
{
    /// <summary>One sentence; it does not repeat the field's value.</summary>
    public override string ToString() => Fault switch
    {
        FieldFault.Missing => $"{Field} is missing.",
        FieldFault.Repeated => $"{Field} is there more than once.",
        FieldFault.Unexpected => $"{Field} must not be there beside the others.",
        FieldFault.Foreign => $"{Field} is not the one that was asked for.",
        _ => $"{Field} has a form that is not documented.",
    };
}

/// <summary>How a field can be wrong.</summary>
internal enum FieldFault
{
    Missing,
    Repeated,
    Unreadable,
    Unexpected,
    Foreign,
}
