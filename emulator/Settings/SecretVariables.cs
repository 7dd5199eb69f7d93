namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>Variables of secrets as commands besides <c>serve</c> read them: the secret itself, or the file that it stands in.</summary>
internal static class SecretVariables
{
    private const string FileEnding = "_FILE";

    /// <summary>What a variable says, itself or by its file.</summary>
    public static string? GetName(string name) =>
        Environment.GetEnvironmentVariable(name) ?? (Environment.GetEnvironmentVariable(name + FileEnding) is { } path ? SecretFile.Read(path).Text : null);

    /// <summary>What is wrong with the files that variables name, in one sentence each.</summary>
    public static IEnumerable<string> Problems() =>
        from name in SandboxSettingTable.All.Select(setting => setting.FileVariable).Concat(MerchantSettingTable.All.Select(setting => setting.FileVariable)).OfType<string>()
        let path = Environment.GetEnvironmentVariable(name)
        where path is not null
        let problem = Environment.GetEnvironmentVariable(name[..^FileEnding.Length]) is not null
            ? SecretFile.GivenTwice(name[..^FileEnding.Length], name)
            : SecretFile.Read(path).Problem is { } expected ? $"{name}: expected {expected}." : null
        where problem is not null
        select problem;
}
