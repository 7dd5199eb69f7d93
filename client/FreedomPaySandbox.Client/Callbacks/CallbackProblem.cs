namespace FreedomPaySandbox.Client;

/// <summary>A callback that is not to be believed. Answer it with an HTTP error; do not act on it.</summary>
/// <param name="Kind">Why.</param>
/// <param name="Text">What to check, for the merchant's developers. Holds no secret and no value of the message.</param>
public sealed record CallbackProblem(CallbackProblemKind Kind, string Text) : CallbackReadResult
{
    internal static CallbackProblem From(FieldProblem problem, string kind) => new(
        problem.Fault == FieldFault.Missing ? CallbackProblemKind.MissingField : CallbackProblemKind.UnreadableField,
        $"The callback is signed rightly and cannot be used: {problem} Compare it with the documented fields of callbacks of {kind}.");
}
