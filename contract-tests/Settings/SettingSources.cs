using System.Collections;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Settings;

/// <summary>What somebody chose: in a file, in the environment and by flags; read in the order in which the sandbox does.</summary>
internal sealed record SettingSources
{
    public string? File { get; init; }

    public Dictionary<string, string> Environment { get; init; } = new(StringComparer.Ordinal);

    public IReadOnlyList<(string Name, string Text)> Flags { get; init; } = [];

    /// <summary>The settings, which must be right.</summary>
    public SandboxSettings Settings
    {
        get
        {
            var reader = Read(out var settings);
            Assert.Empty(reader.Problems);
            return settings!;
        }
    }

    /// <summary>All that is wrong with them.</summary>
    public IReadOnlyList<string> Problems
    {
        get
        {
            var reader = Read(out var settings);
            Assert.Equal(reader.Problems.Count == 0, settings is not null);
            return reader.Problems;
        }
    }

    /// <summary>What is told of them, which must be right.</summary>
    public IReadOnlyList<SettingLine> Lines
    {
        get
        {
            var reader = Read(out _);
            Assert.Empty(reader.Problems);
            return [.. reader.Lines()];
        }
    }

    /// <summary>What is told of them, be they right or not.</summary>
    public IReadOnlyList<SettingLine> ReadAnyway() => [.. Read(out _).Lines()];

    public static SettingSources OfFlag(string name, string text) => new() { Flags = [(name, text)] };

    private SettingsReader Read(out SandboxSettings? settings)
    {
        var reader = new SettingsReader();
        if (File is not null)
            ReadFile(reader, System.Text.Encoding.UTF8.GetBytes(File));
        reader.ReadEnvironment((IDictionary)Environment);
        foreach (var (name, text) in Flags)
            reader.ReadFlag(name, text);
        settings = reader.Finish();
        return reader;
    }

    /// <summary>Reads a file of that content; problems name it <c>settings.json</c>, without the folder it happened to lie in.</summary>
    public static void ReadFile(SettingsReader reader, byte[] content)
    {
        var folder = Directory.CreateTempSubdirectory("sandbox-settings-");
        try
        {
            var path = Path.Combine(folder.FullName, "settings.json");
            System.IO.File.WriteAllBytes(path, content);
            reader.ReadFile(path);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
