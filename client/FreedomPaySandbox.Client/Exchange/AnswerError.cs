using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>The number and the text of an error answer (E-1).</summary>
internal readonly record struct AnswerError(int Code, string? Text)
{
    private const int NoCode = 0;

    /// <summary>Whether the gateway says that it failed itself, so that nothing is known (E-12).</summary>
    public bool IsSystemFault => Code is NoCode or GatewayError.SystemFault;

    public static AnswerError Read(TypedFields fields) => new(
        fields.Code(Fields.ErrorCode) ?? fields.Report(Fields.ErrorCode, FieldFault.Missing, NoCode), fields.Given(Fields.ErrorDescription));
}
