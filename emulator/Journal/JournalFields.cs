using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Journal;

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
