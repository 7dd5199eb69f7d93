using System.Text;

namespace VerifyXunit;

/// <summary>The approved text of one test, <c>.verified.</c>, and beside it the <c>.received.</c> one while they differ.</summary>
internal sealed class Snapshot(string directory, string name, string extension)
{
    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: true);

    public string Directory => directory;

    public string Received { get; } = Path.Combine(directory, $"{name}.received.{extension}");

    public string Verified { get; } = Path.Combine(directory, $"{name}.verified.{extension}");

    /// <summary>Compares, and leaves a received file behind exactly when the texts differ.</summary>
    /// <returns>What differs, or <see langword="null"/>.</returns>
    public string? Compare(string received)
    {
        var verified = ReadVerified();
        var stale = StaleVerified();
        var equal = verified is not null && IsSame(verified, received);
        DeleteReceived();
        if (equal && stale.Count == 0)
            return null;

        if (!equal)
        {
            System.IO.Directory.CreateDirectory(directory);
            File.WriteAllText(Received, received, s_encoding);
        }

        return new SnapshotFailure(this, received, verified, equal, stale).ToString();
    }

    // An editor may have added one line end; more are a change.
    private static bool IsSame(string verified, string received) =>
        string.Equals(verified, received, StringComparison.Ordinal)
        || string.Equals(verified, received + "\n", StringComparison.Ordinal);

    private string? ReadVerified()
    {
        if (!File.Exists(Verified))
            return null;
        var text = File.ReadAllText(Verified, s_encoding).ReplaceLineEndings("\n");
        return text.Length == 0 ? null : text;
    }

    private List<string> StaleVerified() =>
        [.. GetFiles("verified").Except([Verified], StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    private void DeleteReceived()
    {
        foreach (var file in GetFiles("received"))
            File.Delete(file);
    }

    private string[] GetFiles(string state) => System.IO.Directory.Exists(directory)
        ? System.IO.Directory.GetFiles(directory, $"{name}.{state}.*")
        : [];
}
