using System.Text.RegularExpressions;
using FreedomPaySandbox.ContractTests.Readme;

namespace FreedomPaySandbox.ContractTests.Architecture;

/// <summary>
/// The folders of the emulator are layers: each uses those below it, and none is used by what it uses (docs/architecture.md).
/// </summary>
public sealed partial class FolderTests
{
    private static readonly IReadOnlyDictionary<string, IReadOnlySet<string>> s_uses = ReadUses();

    [Fact]
    public void No_folder_uses_itself_by_way_of_another()
    {
        Assert.InRange(s_uses.Count, 20, 40);
        var left = s_uses.Keys.ToHashSet(StringComparer.Ordinal);
        while (left.FirstOrDefault(folder => !s_uses[folder].Overlaps(left)) is { } bottom)
            left.Remove(bottom);
        Assert.True(left.Count == 0, "These folders use each other in a circle: " + string.Join("; ", left.Select(folder => $"{folder} uses {string.Join(", ", s_uses[folder].Intersect(left, StringComparer.Ordinal))}")));
    }

    [Theory]
    [InlineData("UseCases", "Gateway", "Admin", "Web", "Cli", "Hosting")]
    [InlineData("Storage", "UseCases", "Delivery", "Registry", "Settings")]
    [InlineData("Decisions", "Storage", "Delivery", "UseCases")]
    [InlineData("Gateway", "Admin", "Web", "Cli", "Hosting")]
    [InlineData("Admin", "Web", "Cli", "Hosting")]
    public void A_folder_uses_nothing_above_it(string folder, params string[] above) => Assert.Empty(Reachable(folder).Intersect(above, StringComparer.Ordinal));

    private static HashSet<string> Reachable(string folder)
    {
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var next = new Queue<string>([folder]);
        while (next.TryDequeue(out var one))
        {
            foreach (var used in s_uses[one])
            {
                if (reached.Add(used))
                    next.Enqueue(used);
            }
        }

        return reached;
    }

    private static Dictionary<string, IReadOnlySet<string>> ReadUses()
    {
        var emulator = Path.Combine(Page.Repository.FullName, "emulator");
        var folders = Directory.GetDirectories(emulator).Select(path => Path.GetFileName(path)!).Where(name => name is not ("bin" or "obj")).ToList();
        var byName = new Regex(
            $@"(?<![\w.@""/])(Emulator\.)?(?<folder>{string.Join('|', folders)})\.[A-Z]\w*(?<!Async)\b", RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(10));
        return folders.ToDictionary(
            folder => folder,
            IReadOnlySet<string> (folder) => Directory.EnumerateFiles(Path.Combine(emulator, folder), "*", SearchOption.AllDirectories)
                .Where(path => Path.GetExtension(path) is ".cs" or ".razor")
                .SelectMany(path => File.ReadAllText(path) is var text ? Used().Matches(text).Concat(byName.Matches(text)) : [])
                .Select(match => match.Groups["folder"].Value)
                .Where(used => used != folder && folders.Contains(used, StringComparer.Ordinal))
                .ToHashSet(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    // A type of another folder is named after a using, or by its folder.
    [GeneratedRegex(@"(?<!namespace )FreedomPaySandbox\.Emulator\.(?<folder>\w+)", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Used();
}
