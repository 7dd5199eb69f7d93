using System.Globalization;
using System.Text;
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

/// <summary>What was sent back: status, type and text. The text is kept in the bytes that went out.</summary>
/// <param name="status">Of HTTP.</param>
/// <param name="contentType">As it was sent.</param>
/// <param name="sent">UTF-8.</param>
internal sealed class JournalAnswer(int status, string? contentType, ReadOnlyMemory<byte> sent)
{
    public JournalAnswer(int status, string? contentType, string body)
        : this(status, contentType, Encoding.UTF8.GetBytes(body))
    {
    }

    public int Status => status;

    public string? ContentType => contentType;

    public string Body => Encoding.UTF8.GetString(sent.Span);

    internal ReadOnlySpan<byte> Sent => sent.Span;

    public override string ToString() => $"HTTP {Status}";
}

/// <summary>A field of a call as the journal keeps it: nested ones by their path, <c>name[sub]</c>; nothing secret in it.</summary>
internal readonly record struct JournalField(string Name, string Value);

/// <summary>Names one entry of all journals: <c>9970-17</c> is the seventeenth call of merchant 9970.</summary>
/// <param name="MerchantId">The merchant, or <see cref="NoMerchant"/>.</param>
/// <param name="Number">Counted from 1 in each journal.</param>
internal readonly record struct JournalId(long MerchantId, long Number)
{
    /// <summary>Stands for the merchant of calls that name none that is known, or that could not be read.</summary>
    public const long NoMerchant = 0;

    public static JournalId? Parse(string text)
    {
        var dash = text.IndexOf('-', StringComparison.Ordinal);
        return dash > 0
            && long.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var merchant)
            && long.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
                ? new JournalId(merchant, number)
                : null;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{MerchantId}-{Number}");
}

/// <summary>Lays out the fields of a call as the journal keeps them: flat, in their order, no more than so many.</summary>
internal sealed class JournalFields(CallRedaction redaction)
{
    private readonly List<JournalField> _kept = new(16);

    public IReadOnlyList<JournalField> Kept => _kept;

    public int LeftOut { get; private set; }

    /// <summary>What the kept texts take in memory.</summary>
    public int Size { get; private set; }

    public void Add(Parameters fields) => Add(fields, above: null, isCard: false);

    private void Add(Parameters fields, string? above, bool isCard)
    {
        // By index: an enumerator over an interface would be allocated for each call.
        for (var i = 0; i < fields.Count; i++)
        {
            var field = fields[i];
            var card = isCard || string.Equals(field.Name, Fields.PaymentTo, StringComparison.Ordinal);
            if (field.Children is { } children)
                Add(children, Path(above, field.Name), card);
            else if (_kept.Count == JournalEntry.MaxFields)
                LeftOut++;
            else
                Keep(above, field, card);
        }
    }

    private void Keep(string? above, Parameter field, bool isCard)
    {
        // A usual name needs no redaction, and the journal keeps one copy of it for all calls.
        if (above is null && FieldNames.Find(field.Name) is { } known)
            Keep(known, GetValue(field, isCard));
        else
            KeepOther(Path(above, field.Name), CallRedaction.NamesSecret(field.Name) ? Redaction.Dots : GetValue(field, isCard));
    }

    private void KeepOther(string path, string value)
    {
        var name = redaction.Apply(path, JournalEntry.MaxValueLength);
        Size += JournalEntry.GetSize(name);
        Keep(name, value);
    }

    private void Keep(string name, string value)
    {
        Size += JournalEntry.GetSize(value);
        _kept.Add(new JournalField(name, value));
    }

    private string GetValue(Parameter field, bool isCard) => isCard
        ? redaction.OfCard(field.Value, JournalEntry.MaxValueLength)
        : redaction.Apply(field.Value, JournalEntry.MaxValueLength);

    private static string Path(string? above, string name) => above is null ? name : $"{above}[{name}]";
}
