using System.Text;

namespace FreedomPaySandbox.ContractTests.Settings;

/// <summary>Secrets that stand in files of their own, as Docker hands them out.</summary>
public sealed class SecretFileTests : IDisposable
{
    private const string Secret = "hunter2-hunter2";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("sandbox-secrets-");
    private int _files;

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Each_secret_may_stand_in_a_file()
    {
        var settings = new SettingSources
        {
            Environment =
            {
                ["FPS_PAYOUT_SECRET_FILE"] = GetFile("payout"),
                ["FPS_RECEIVE_SECRET_FILE"] = GetFile("receive"),
                ["FPS_ADMIN_TOKEN_FILE"] = GetFile(Secret),
                ["FPS_STORE_FILE"] = GetFile("payouts.db"),
            },
        }.Settings;

        var merchant = Assert.Single(settings.Merchants);
        Assert.Equal(("payout", "receive"), (merchant.Secrets.Payout, merchant.Secrets.Receive));
        Assert.True(settings.AdminToken!.Is(Secret));
        Assert.Equal("payouts.db", settings.Store);
    }

    [Theory]
    [InlineData("p", "p")]
    [InlineData("p\n", "p")]
    [InlineData("p\r\n", "p")]
    [InlineData(" p ", " p ")]
    [InlineData("пароль\n", "пароль")]
    public void One_newline_at_its_end_is_not_the_secrets(string content, string secret) => Assert.Equal(
        secret,
        new SettingSources { Environment = { ["FPS_PAYOUT_SECRET_FILE"] = GetFile(content) } }.Settings.Merchants.Single().Secrets.Payout);

    [Fact]
    public void A_flag_wins_over_it_and_it_over_the_settings_file()
    {
        var sources = new SettingSources
        {
            File = """{ "merchants": [{ "id": 9970, "payoutSecret": "file", "receiveSecret": "file" }] }""",
            Environment = { ["FPS_PAYOUT_SECRET_FILE"] = GetFile("variable"), ["FPS_RECEIVE_SECRET_FILE"] = GetFile("variable") },
            Flags = [("receive-secret", "flag")],
        };

        var secrets = sources.Settings.Merchants.Single().Secrets;
        Assert.Equal(("variable", "flag"), (secrets.Payout, secrets.Receive));
        var origin = sources.Lines.Single(line => line.Name == "payoutSecret").Origin;
        Assert.Equal($"variable FPS_PAYOUT_SECRET_FILE, file {sources.Environment["FPS_PAYOUT_SECRET_FILE"]}", origin);
    }

    [Fact]
    public void A_secret_that_is_given_twice_is_refused() => Assert.Equal(
        "FPS_ADMIN_TOKEN and FPS_ADMIN_TOKEN_FILE are both set. Keep one of them.",
        GetProblem(("FPS_ADMIN_TOKEN", Secret), ("FPS_ADMIN_TOKEN_FILE", GetFile(Secret))));

    [Theory]
    [InlineData("", "and that one is empty")]
    [InlineData("\n", "and that one is empty")]
    public void A_file_with_nothing_in_it_is_refused(string content, string why) =>
        Assert.Equal($"FPS_PAYOUT_SECRET_FILE: expected the path of a file with a secret in it, {why}.", GetProblem(("FPS_PAYOUT_SECRET_FILE", GetFile(content))));

    [Theory]
    [InlineData("")]
    [InlineData("hunter2-hunter2")]
    [InlineData("/nowhere/hunter2-hunter2")]
    [InlineData("hunter2-hunter2\0")]
    public void A_file_that_is_not_there_is_refused_without_its_name(string path)
    {
        var problem = GetProblem(("FPS_ADMIN_TOKEN_FILE", path));
        Assert.Equal("FPS_ADMIN_TOKEN_FILE: expected the path of a file with a secret in it, and there is none.", problem);
    }

    [Fact]
    public void So_is_a_folder() => Assert.Equal(
        "FPS_ADMIN_TOKEN_FILE: expected the path of a file with a secret in it that can be read.", GetProblem(("FPS_ADMIN_TOKEN_FILE", _folder.FullName)));

    [Fact]
    public void So_is_what_is_no_text_or_far_too_long()
    {
        Assert.EndsWith("in UTF-8.", GetProblem(("FPS_ADMIN_TOKEN_FILE", GetFile([0xCE, 0xEF, 0xFF]))), StringComparison.Ordinal);
        Assert.EndsWith("at most 4096 bytes.", GetProblem(("FPS_ADMIN_TOKEN_FILE", GetFile(new string('a', 4097)))), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_file_holds_must_be_right_as_if_it_stood_in_the_variable()
    {
        var problem = GetProblem(("FPS_ADMIN_TOKEN_FILE", GetFile("hunter2")));
        Assert.Equal("FPS_ADMIN_TOKEN_FILE: expected a text of at least 8 characters, all of them visible ASCII.", problem);
    }

    [Theory]
    [InlineData("FPS_PAYOUT_SECRT_FILE", "FPS_PAYOUT_SECRET_FILE")]
    [InlineData("FPS_BALANCE_FILE", "FPS_BALANCE")]
    public void Nothing_else_stands_in_a_file(string variable, string meant) =>
        Assert.Equal($"{variable} is not a setting. Did you mean {meant}?", GetProblem((variable, "x")));

    private static string GetProblem(params (string Name, string Value)[] variables)
    {
        var problem = Assert.Single(new SettingSources { Environment = variables.ToDictionary(pair => pair.Name, pair => pair.Value, StringComparer.Ordinal) }.Problems);
        Assert.DoesNotContain("hunter2", problem, StringComparison.Ordinal);
        return problem;
    }

    private string GetFile(string content) => GetFile(Encoding.UTF8.GetBytes(content));

    private string GetFile(byte[] content)
    {
        var path = Path.Combine(_folder.FullName, $"{_files++}");
        File.WriteAllBytes(path, content);
        return path;
    }
}
