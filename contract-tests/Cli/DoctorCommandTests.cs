using FreedomPaySandbox.ContractTests.Doctor;

namespace FreedomPaySandbox.ContractTests.Cli;

public sealed class DoctorCommandTests
{
    private const string Text = "p2p2nonreg;100;Ivan Ivanov;KZT;Описание платежа;9970;1234;4405645000006150;http://site.kz/post;some random string;1234;";
    private const string Multipart = "--x\nContent-Disposition: form-data; name=\"pg_salt\"\n\ns\n--x\nContent-Disposition: form-data; name=\"pg_sig\"\n\nSIG\n--x--\n";

    private static readonly string[] s_secret = ["--payout-secret", SignedPayout.Secret];

    [Theory]
    [MemberData(nameof(SignedPayout.InEveryEncoding), MemberType = typeof(SignedPayout))]
    public void A_right_signature_is_right_in_every_encoding(string encoding, string[] call)
    {
        Assert.NotEmpty(encoding);

        var run = DoctorRun.Run([.. s_secret, .. WithSignature(call, SignedPayout.Signature)]);

        Assert.Equal((0, "The signature is right.\n", ""), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [MemberData(nameof(SignedPayout.InEveryEncoding), MemberType = typeof(SignedPayout))]
    public void A_mistake_is_found_in_every_encoding(string encoding, string[] call)
    {
        Assert.NotEmpty(encoding);

        var run = DoctorRun.Run([.. s_secret, .. WithSignature(call, DiagnosisTextTests.Md5($"/g2g/{Text}{SignedPayout.Secret}"))]);

        Assert.Equal((2, "script-full-path", ""), (run.ExitCode, run.Id, run.Error));
        Assert.DoesNotContain(SignedPayout.Secret, run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("4405645000006150", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_is_read_as_it_was_sent()
    {
        var form = $"{SignedPayout.Form}&pg_sig={SignedPayout.Signature}";
        var json = SignedPayout.Json.Replace("{\"pg_merchant_id\"", $"{{\"pg_sig\":\"{SignedPayout.Signature}\",\"pg_merchant_id\"", StringComparison.Ordinal);
        var parts = Multipart.Replace("SIG", DiagnosisTextTests.Md5($"p2p2nonreg;s;{SignedPayout.Secret}"), StringComparison.Ordinal);

        Assert.Equal(0, DoctorRun.Run(["--url", SignedPayout.Url, .. s_secret, "--body", form]).ExitCode);
        Assert.Equal(0, DoctorRun.Run(["--url", SignedPayout.Url, .. s_secret, "--body", "-"], form + "\n").ExitCode);
        Assert.Equal(0, DoctorRun.Run(["--url", SignedPayout.Url, .. s_secret, "--body", json, "--content-type", "application/json"]).ExitCode);
        Assert.Equal(0, DoctorRun.Run(["--url", SignedPayout.Url, .. s_secret, "--body", parts, "--content-type", "multipart/form-data; boundary=x"]).ExitCode);
    }

    [Fact]
    public void A_curl_line_is_read_from_standard_input()
    {
        var line = $"curl {SignedPayout.Url} -d '{SignedPayout.Form}&pg_sig={SignedPayout.Signature.ToUpperInvariant()}'";
        Assert.Equal((2, "hex-upper-case"), Told(DoctorRun.Run([.. s_secret, "-"], line)));
    }

    [Fact]
    public void Secrets_come_from_options_files_and_the_environment_and_else_are_the_published_ones()
    {
        string[] call = ["--url", "http://x/p2p2nonreg", "pg_salt=s", $"pg_sig={DiagnosisTextTests.Md5("p2p2nonreg;s;other")}"];
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, "other\n");
            Assert.Equal((2, "secret-other"), Told(DoctorRun.Run(["--payout-secret", "mine", "--receive-secret-file", file, .. call])));
            Assert.Equal(0, DoctorRun.Run(["--payout-secret-file", file, .. call]).ExitCode);
        }
        finally
        {
            File.Delete(file);
        }

        Assert.Equal((2, "secret-other"), Told(DoctorRun.Run(call, "", ("FPS_PAYOUT_SECRET", "mine"), ("FPS_RECEIVE_SECRET", "other"))));
        Assert.Equal((2, "none-of-these"), Told(DoctorRun.Run(call)));
        Assert.Equal((2, "secret-other"), Told(DoctorRun.Run([.. call[..3], $"pg_sig={DiagnosisTextTests.Md5("p2p2nonreg;s;sandbox-receive-secret")}"])));
        Assert.Equal((2, "secret-other-merchant"), Told(DoctorRun.Run(["--payout-secret", "mine", .. call[..3], $"pg_sig={DiagnosisTextTests.Md5("p2p2nonreg;s;sandbox-payout-secret")}"])));
    }

    [Theory]
    [InlineData("Give --url", "pg_salt=s")]
    [InlineData("is not name=value", "--url", "http://x/y", "pg_salt")]
    [InlineData("not both", "--url", "http://x/y", "--body", "a=1", "b=2")]
    [InlineData("give --body too", "--url", "http://x/y", "--content-type", "application/json", "b=2")]
    [InlineData("The JSON is malformed", "--url", "http://x/y", "--body", "{hidden", "--content-type", "application/json")]
    [InlineData("breaks off", "--url", "http://x/y", "--body", "hidden", "--content-type", "multipart/form-data; boundary=x")]
    [InlineData("has no boundary", "--url", "http://x/y", "--body", "hidden", "--content-type", "multipart/form-data")]
    [InlineData("--payout-secret is empty", "--url", "http://x/y", "--payout-secret", "", "pg_salt=s")]
    [InlineData("--receive-secret or --receive-secret-file", "--url", "http://x/y", "--receive-secret", "hidden", "--receive-secret-file", "x", "pg_salt=s")]
    [InlineData("cannot be read", "--url", "http://x/y", "--payout-secret-file", "/no/such/file", "pg_salt=s")]
    [InlineData("Only merchant 9970", "--url", "http://x/y", "pg_merchant_id=1", "pg_salt=s")]
    public void What_cannot_be_looked_at_is_refused_with_what_to_do(string part, params string[] words)
    {
        var run = DoctorRun.Run(words);

        Assert.Equal((1, ""), (run.ExitCode, run.Output));
        Assert.StartsWith("doctor signature: ", run.Error, StringComparison.Ordinal);
        Assert.Contains(part, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hidden", run.Error, StringComparison.Ordinal);
    }

    private static (int ExitCode, string Id) Told(DoctorRun run) => (run.ExitCode, run.Id);

    private static string[] WithSignature(string[] call, string signature) => call switch
    {
        _ when Array.Exists(call, word => word.Contains("<request>", StringComparison.Ordinal)) =>
            Array.ConvertAll(call, word => word.Replace("</request>", $"<pg_sig>{signature}</pg_sig></request>", StringComparison.Ordinal)),
        _ when call.Contains(SignedPayout.Json, StringComparer.Ordinal) =>
            Array.ConvertAll(call, word => word == SignedPayout.Json ? word.Replace("{\"pg_merchant_id\"", $"{{\"pg_sig\":\"{signature}\",\"pg_merchant_id\"", StringComparison.Ordinal) : word),
        [.., "-F", _] => [.. call, "-F", $"pg_sig={signature}"],
        [.., "--form-string", _] => [.. call, "--form-string", $"pg_sig={signature}"],
        [.., "--data-urlencode", _] => [.. call, "--data-urlencode", $"pg_sig={signature}"],
        [.. var rest, var last] when last.Contains('&', StringComparison.Ordinal) => [.. rest, $"{last}&pg_sig={signature}"],
        _ => [.. call, $"pg_sig={signature}"],
    };
}
