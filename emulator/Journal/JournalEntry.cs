using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Signatures;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Journal;

/// <summary>One call as the journal keeps it: bounded, and without anything that must not be kept.</summary>
internal sealed record JournalEntry
{
    public const int MaxFields = 100;
    public const int MaxValueLength = 1000;
    public const int MaxBodyLength = 8 * 1024;

    private const int MaxWordsLength = 200;

    /// <summary>Of HTTP's own none is longer; what is called in vain may be anything.</summary>
    private const int MaxMethodLength = 20;

    /// <summary>What the entry takes besides its texts, roughly.</summary>
    private const int BareSize = 400;
    private const int TextOverhead = 24;

    public JournalId Id { get; init; }

    public long Number => Id.Number;

    public required DateTimeOffset At { get; init; }

    public required string Method { get; init; }

    public required string Path { get; init; }

    /// <summary>Whether there was a query string; its fields are among <see cref="Fields"/> when they were read.</summary>
    public required bool HasQuery { get; init; }

    public required string? ContentType { get; init; }

    public required string Operation { get; init; }

    /// <summary>In the order of arrival.</summary>
    public required IReadOnlyList<JournalField> Fields { get; init; }

    /// <summary>How many more there were.</summary>
    public required int FieldsLeftOut { get; init; }

    public required string? OrderId { get; init; }

    public required long? PaymentId { get; init; }

    public required JournalAnswer? Answer { get; init; }

    public required string Outcome { get; init; }

    public required string? Rule { get; init; }

    public required string? Fault { get; init; }

    /// <summary>What is wrong with its signature, where it is wrong; the doctor has masked what must not be kept.</summary>
    public required Diagnosis? Diagnosis { get; init; }

    /// <summary>What a developer should know of it that the answer does not say.</summary>
    public required string? Note { get; init; }

    public required TimeSpan Duration { get; init; }

    /// <summary>What the entry takes in memory, estimated.</summary>
    public required int Size { get; init; }

    /// <summary>By this an order id is found that is not kept as it was sent; it changes with every start.</summary>
    public required int? OrderHash { get; init; }

    /// <summary>Takes out what must not be kept. The journal numbers the entry when it takes it.</summary>
    /// <param name="call">The call.</param>
    /// <param name="merchantId">The merchant, or <see cref="JournalId.NoMerchant"/>.</param>
    /// <param name="secrets">The merchant's secrets, if it is known.</param>
    public static JournalEntry From(in HandledCall call, long merchantId, MerchantSecrets? secrets)
    {
        var order = call.Fields?[Protocol.Fields.OrderId];
        var redaction = new CallRedaction(secrets, call.Fields?[Protocol.Fields.PaymentTo], order ?? call.ToldOrder, call.Secrets);
        var fields = new JournalFields(redaction);
        if (call.Fields is not null)
            fields.Add(call.Fields);

        var shownOrder = Shown(redaction, order, MaxValueLength);
        var answer = Shown(redaction, call.Answer);
        var (path, contentType) = (redaction.Apply(call.Path, MaxWordsLength), Shown(redaction, call.ContentType, MaxWordsLength));
        return new JournalEntry
        {
            Id = new JournalId(merchantId, 0),
            At = call.At,
            Method = redaction.Apply(call.Method, MaxMethodLength),
            Path = path,
            HasQuery = call.HasQuery,
            ContentType = contentType,
            Operation = call.Operation,
            Fields = fields.Kept,
            FieldsLeftOut = fields.LeftOut,
            OrderId = shownOrder,
            PaymentId = call.PaymentId,
            Answer = answer,
            Outcome = redaction.Apply(call.Outcome, MaxWordsLength),
            Rule = call.Rule,
            Fault = call.Fault,
            Diagnosis = call.Diagnosis,
            Note = call.Note,
            Duration = call.Duration,
            Size = BareSize + fields.Size + GetSize(path) + GetSize(contentType) + GetSize(shownOrder) + GetSize(answer) + GetSize(call.Diagnosis)
                + GetSize(call.Note),
            OrderHash = string.Equals(order, shownOrder, StringComparison.Ordinal) ? null : GetHash(order!),
        };
    }

    /// <summary>Whether the call was about that order, also when its id is not kept as it was sent.</summary>
    public bool IsAbout(string orderId) =>
        OrderHash is { } hash ? hash == GetHash(orderId) : string.Equals(OrderId, orderId, StringComparison.Ordinal);

    public override string ToString() => $"{Id} {Operation} → {Outcome}";

    internal static int GetSize(string? text) => text is null ? 0 : TextOverhead + sizeof(char) * text.Length;

    private static int GetSize(JournalAnswer? answer) => answer is null ? 0 : TextOverhead + answer.Sent.Length;

    // The lines to change are the same objects for all.
    private static int GetSize(Diagnosis? diagnosis) =>
        diagnosis is null ? 0 : GetSize(diagnosis.Id) + GetSize(diagnosis.Sentence) + GetSize(diagnosis.Right) + GetSize(diagnosis.Signed);

    private static string? Shown(in CallRedaction redaction, string? text, int limit) => text is null ? null : redaction.Apply(text, limit);

    private static JournalAnswer? Shown(in CallRedaction redaction, JournalAnswer? answer)
    {
        if (answer is null)
            return null;
        return redaction.Leaves(answer.Sent, MaxBodyLength)
            ? answer
            : new JournalAnswer(answer.Status, answer.ContentType, redaction.Apply(answer.Body, MaxBodyLength));
    }

    private static int GetHash(string orderId) => string.GetHashCode(orderId, StringComparison.Ordinal);
}
