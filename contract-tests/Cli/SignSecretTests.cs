namespace FreedomPaySandbox.ContractTests.Cli;

public sealed class SignSecretTests
{
    private static readonly string[] s_balance = ["--url", "http://localhost:8585/g2g/balance_status", "pg_salt=s"];
    private static readonly string[] s_status = ["--url", "http://localhost:8585/get_status2.php", "pg_salt=s"];

    [Theory]
    [InlineData("http://localhost:8585/g2g/balance_status", "balance_status;s;sandbox-payout-secret")]
    [InlineData("http://localhost:8585/get_status2.php", "get_status2.php;s;sandbox-receive-secret")]
    [InlineData("http://localhost:8585/get_status3.php", "get_status3.php;s;sandbox-receive-secret")]
    [InlineData("http://localhost:8585/v1/merchant/9970/cardstoragepayout/add", "add;s;sandbox-receive-secret")]
    public void Without_a_secret_the_published_one_of_the_call_signs(string url, string text)
    {
        Assert.Equal(text, SignRun.Run("--url", url, "pg_salt=s").Text);
    }

    [Fact]
    public void Another_merchant_has_no_published_secret()
    {
        var run = SignRun.Run([.. s_balance, "pg_merchant_id=9971"]);

        Assert.Equal((2, ""), (run.ExitCode, run.Output));
        Assert.Equal("sign: Only merchant 9970 has a published secret; give this merchant's with --secret, --secret-file or FPS_PAYOUT_SECRET.\n", run.Error);
    }

    [Fact]
    public void The_environment_goes_before_the_published_secret_and_is_not_shown()
    {
        var run = SignRun.Run(s_balance, "", ("FPS_PAYOUT_SECRET", "of-the-environment"), ("FPS_RECEIVE_SECRET", "other"));

        Assert.Equal("8efae1005383b566e4b8d47b723b6940", run.Signature);
        Assert.Contains("secret    FPS_PAYOUT_SECRET\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("of-the-environment", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("FPS_RECEIVE_SECRET")]
    [InlineData("FPS_PAYOUT_SECRET")]
    public void A_call_with_the_receive_secret_takes_it_from_the_environment_or_the_only_one_there(string variable)
    {
        var run = SignRun.Run(s_status, "", ("FPS_PAYOUT_SECRET", "of-the-environment"), (variable, "of-the-environment"));

        Assert.Contains($"secret    {variable}\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_flag_goes_before_the_environment()
    {
        var run = SignRun.Run([.. s_balance, "--secret", "of-the-flag"], "", ("FPS_PAYOUT_SECRET", "of-the-environment"));

        Assert.Equal("5c8f3652cec3f481161dd1d82b35c7c0", run.Signature);
        Assert.DoesNotContain("of-the-flag", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_gives_its_text_without_the_line_end()
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, "of-the-flag\n");

            Assert.Equal("5c8f3652cec3f481161dd1d82b35c7c0", SignRun.Run([.. s_balance, "--secret-file", path]).Signature);
        }
        finally
        {
            File.Delete(path);
        }
    }

    [Fact]
    public void A_published_secret_is_shown_even_when_it_was_typed()
    {
        Assert.Equal("balance_status;s;sandbox-receive-secret", SignRun.Run([.. s_balance, "--secret", "sandbox-receive-secret"]).Text);
    }

    [Theory]
    [InlineData("sign: Give --secret or --secret-file, not both.\n", "--secret", "a", "--secret-file", "b")]
    [InlineData("sign: The secret of --secret is empty; leave --secret out to sign with the sandbox's published one.\n", "--secret", "")]
    [InlineData("sign: The file of --secret-file cannot be read; check that it exists and that you may read it.\n", "--secret-file", "/nowhere/secret")]
    public void A_secret_that_cannot_be_had_is_refused(string error, params string[] options)
    {
        var run = SignRun.Run([.. s_balance, .. options]);

        Assert.Equal((2, "", error), (run.ExitCode, run.Output, run.Error));
    }

    [Theory]
    [InlineData("pg_secret=hush", "pg_secret")]
    [InlineData("a[b]=hush", "a")]
    public void A_secret_posted_as_a_field_is_signed_with_a_warning(string field, string named)
    {
        var run = SignRun.Run([.. s_balance, "--secret", "hush", field]);

        Assert.Equal(0, run.ExitCode);
        Assert.StartsWith($"warning: the field {named} posts the secret itself.", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("hush", run.Error + run.Text, StringComparison.Ordinal);
        Assert.Contains($"'{field}'", run.Curl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("pg_payment_to=4405645000006150", "4405645000006150")]
    [InlineData("pg_payment_to=5325349472901311", "5325349472901311")]
    [InlineData("pg_payment_to=4716047261941981", "4716047261941981")]
    [InlineData("pg_payment_to=1234567890123", "123456-XX-XXXX-0123")]
    [InlineData("pg_order_id=1234567890123", "1234567890123")]
    [InlineData("n[pg_order_id]=00000000000000", "000000-XX-XXXX-0000")]
    [InlineData("pg_description=to 0000 0000 0000 0000, soon", "to 000000-XX-XXXX-0000, soon")]
    public void Card_numbers_are_masked_in_the_text_unless_they_are_published(string field, string shown)
    {
        var run = SignRun.Run([.. s_balance, field]);

        Assert.Contains($";{shown};", run.Text, StringComparison.Ordinal);
        Assert.Contains($"'{field}'", run.Curl, StringComparison.Ordinal);
        Assert.Equal(shown.Contains("XX", StringComparison.Ordinal), run.Output.Contains("masked    card numbers, ", StringComparison.Ordinal));
    }
}
