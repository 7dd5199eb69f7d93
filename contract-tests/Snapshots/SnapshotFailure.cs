using System.Text;

namespace VerifyXunit;

/// <summary>What a failed comparison tells: the files by what became of them, then the texts that differ.</summary>
internal sealed record SnapshotFailure(Snapshot Snapshot, string Received, string? Verified, bool Equal, IReadOnlyList<string> Stale)
{
    private string ReceivedName => Path.GetFileName(Snapshot.Received);

    private string VerifiedName => Path.GetFileName(Snapshot.Verified);

    public override string ToString()
    {
        var text = new StringBuilder();
        text.Append("Directory: ").Append(Snapshot.Directory).Append('\n');
        if (!Equal)
            AppendPair(text, Verified is null ? "New:" : "NotEqual:");
        if (Stale.Count > 0)
            text.Append("Delete:\n");
        foreach (var file in Stale)
            text.Append("  - ").Append(Path.GetFileName(file)).Append('\n');
        if (Equal)
            AppendPair(text, "Equal:");
        else
            AppendContent(text);
        return text.ToString();
    }

    private void AppendPair(StringBuilder text, string section) => text
        .Append(section).Append('\n')
        .Append("  - Received: ").Append(ReceivedName).Append('\n')
        .Append("    Verified: ").Append(VerifiedName).Append('\n');

    private void AppendContent(StringBuilder text)
    {
        text.Append("\nFileContent:\n\n").Append(Verified is null ? "New:" : "NotEqual:").Append("\n\n");
        text.Append("Received: ").Append(ReceivedName).Append('\n').Append(Received).Append('\n');
        if (Verified is not null)
            text.Append("Verified: ").Append(VerifiedName).Append('\n').Append(Verified).Append('\n');
    }
}
