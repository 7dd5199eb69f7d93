namespace FreedomPaySandbox.Testing;

/// <summary>A call to the gateway as the journal keeps it, secrets and card numbers taken out.</summary>
public sealed record SandboxRequest
{
    /// <summary>What the answer carried as <c>X-Sandbox-Request</c>, such as <c>9970-17</c>.</summary>
    public required string Id { get; init; }

    /// <summary>Who called; nothing where no known merchant was named.</summary>
    public long? MerchantId { get; init; }

    /// <summary>When, by the merchant's clock.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The HTTP method.</summary>
    public required string Method { get; init; }

    /// <summary>The path.</summary>
    public required string Path { get; init; }

    /// <summary>What the body was said to be.</summary>
    public string? ContentType { get; init; }

    /// <summary>The method of the gateway, such as <c>p2p2nonreg</c>; <c>unknown-path</c> where the gateway has no such path.</summary>
    public required string Operation { get; init; }

    /// <summary>What was sent, in the order of arrival.</summary>
    public required IReadOnlyList<RequestField> Fields { get; init; }

    /// <summary>How many more fields there were than are kept.</summary>
    public required int FieldsLeftOut { get; init; }

    /// <summary>The order id.</summary>
    public string? OrderId { get; init; }

    /// <summary>The payout that it was about or made.</summary>
    public long? PaymentId { get; init; }

    /// <summary>What the gateway answered; nothing where nothing was carried out.</summary>
    public RequestAnswer? Answer { get; init; }

    /// <summary>In a few words: <c>ok</c>, <c>process</c>, <c>error 1100</c>, <c>HTTP 415</c>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The name of the rule that decided.</summary>
    public string? Rule { get; init; }

    /// <summary>What happened to the answer on purpose: one of <see cref="GatewayFaults"/>, or nothing.</summary>
    public string? Fault { get; init; }

    /// <summary>What is wrong with its signature, when it is wrong.</summary>
    public SignatureDiagnosis? Diagnosis { get; init; }

    /// <summary>What a developer should know of the call that the answer does not say, such as which merchants are set up.</summary>
    public string? Note { get; init; }

    /// <summary>How long it took, in real milliseconds.</summary>
    public required double DurationMs { get; init; }
}

/// <summary>What the gateway answered, before a fault made something else of it.</summary>
/// <param name="Status">The HTTP status.</param>
/// <param name="ContentType">What it says it is.</param>
/// <param name="Body">Its text.</param>
public sealed record RequestAnswer(int Status, string? ContentType, string Body);

/// <summary>A field of a call as the journal keeps it: nested ones as <c>name[sub]</c>, secrets and card numbers taken out.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">Its value.</param>
public readonly record struct RequestField(string Name, string Value);
