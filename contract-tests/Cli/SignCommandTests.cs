namespace FreedomPaySandbox.ContractTests.Cli;

public sealed class SignCommandTests
{
    [Fact]
    public void The_documented_request_is_signed_and_shown_ready_to_copy()
    {
        var run = SignRun.Run(["--url", SignedPayout.Url, "--secret", SignedPayout.Secret, .. SignedPayout.Fields]);

        Assert.Equal("""
            Signed text

              script    p2p2nonreg (what follows the last / of the address)
              order     pg_amount, pg_card_name, pg_currency, pg_description, pg_merchant_id,
                        pg_order_id, pg_payment_to, pg_post_link, pg_salt, pg_user_id
              secret    --secret
              masked    the secret, in the text below; the signature is that of the real text

            p2p2nonreg;100;Ivan Ivanov;KZT;Описание платежа;9970;1234;4405645000006150;http://site.kz/post;some random string;1234;••••••

            Signature

            d079b15544399ad745efbbecc7de8f95

            Signed call

            curl http://localhost:8585/g2g/p2p2nonreg \
              --data-urlencode 'pg_merchant_id=9970' \
              --data-urlencode 'pg_order_id=1234' \
              --data-urlencode 'pg_amount=100' \
              --data-urlencode 'pg_payment_to=4405645000006150' \
              --data-urlencode 'pg_description=Описание платежа' \
              --data-urlencode 'pg_post_link=http://site.kz/post' \
              --data-urlencode 'pg_salt=some random string' \
              --data-urlencode 'pg_user_id=1234' \
              --data-urlencode 'pg_card_name=Ivan Ivanov' \
              --data-urlencode 'pg_currency=KZT' \
              --data-urlencode 'pg_sig=d079b15544399ad745efbbecc7de8f95'

            """.ReplaceLineEndings("\n"), run.Output);
        Assert.Equal((0, ""), (run.ExitCode, run.Error));
    }

    [Theory]
    [InlineData("http://x/script.php", "mypasskey", "a8a4d5a9188f24038a14a4d65c387bf7", "pg_salt=9imM909TH820jwk387", "pg_t_param=value3", "pg_a_param=value1", "pg_z_param[pg_q_subparam]=subvalue2", "pg_z_param[pg_m_subparam]=subvalue1", "pg_b_param=value2")]
    [InlineData("http://x/a/post?x=1", "emulator-payout-secret", "9a612f42879728f89b44de3b882ffeca", "pg_status=ok", "pg_payment_id=12345678", "pg_order_id=157674271", "pg_balance=13476085.15", "pg_payment_amount=5000.00", "pg_to_pay=5300", "pg_merchant_id=123456", "pg_payment_date=2018-12-31 15:00:00", "pg_card_hash=123456-XX-XXXX-1234", "pg_salt=G66PbiRDxqa44tB8")]
    [InlineData("http://x/post/", "emulator-payout-secret", "7df4e44dfc0cb1af8be3eb6cec06ae04", "pg_status=ok", "pg_payment_id=12345678", "pg_order_id=157674271", "pg_balance=13476085.15", "pg_payment_amount=5000.00", "pg_to_pay=5300", "pg_merchant_id=123456", "pg_payment_date=2018-12-31 15:00:00", "pg_card_hash=123456-XX-XXXX-1234", "pg_salt=G66PbiRDxqa44tB8")]
    [InlineData("http://x//x", "emulator-payout-secret", "4c0e628b75fc2ee817aba0fe6867914a", "pg_param10=B", "pg_salt=s", "pg_param1=A")]
    public void Known_messages_get_their_known_signature(string url, string secret, string signature, params string[] fields)
    {
        var run = SignRun.Run(["--url", url, "--secret", secret, .. fields]);

        Assert.Equal(signature, run.Signature);
    }

    [Fact]
    public void Undocumented_fields_take_part_and_upper_case_comes_first()
    {
        var run = SignRun.Run(["--url", SignedPayout.Url, "--secret", SignedPayout.Secret, .. SignedPayout.Fields, "x_custom=1", "Zeta=2"]);

        Assert.Equal("dcd8b9e0e84c25723dd807e4409868c7", run.Signature);
        Assert.StartsWith("p2p2nonreg;2;100;", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_empty_value_keeps_its_place()
    {
        var fields = SignedPayout.Fields.Select(field => field.Replace("Ivan Ivanov", "", StringComparison.Ordinal));

        var run = SignRun.Run(["--url", SignedPayout.Url, "--secret", SignedPayout.Secret, .. fields]);

        Assert.Equal("81745d36b8cc691b3a4712894effac61", run.Signature);
        Assert.Contains(";100;;KZT;", run.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Nested_fields_are_named_in_the_order_in_which_they_are_signed()
    {
        var run = SignRun.Run("--url", "http://x/script.php", "--secret", "mypasskey", "pg_salt=s", "z=1", "n[b][y]=2", "n[b][x]=3", "n[a]=4");

        Assert.Contains("order     n[a], n[b][x], n[b][y], pg_salt, z\n", run.Output, StringComparison.Ordinal);
        Assert.Equal("script.php;4;3;2;s;1;••••••", run.Text);
    }

    [Fact]
    public void An_address_that_ends_in_a_slash_signs_without_a_script()
    {
        var run = SignRun.Run("--url", "http://site.kz/post/", "pg_salt=s");

        Assert.Contains("script    none (nothing follows the last / of the address)", run.Output, StringComparison.Ordinal);
        Assert.Equal(";s;sandbox-payout-secret", run.Text);
    }

    [Theory]
    [InlineData("--url", "http://site.kz/a/post?x=1", "pg_salt=s")]
    [InlineData("--", "curl", "http://site.kz/a/post?x=1", "-d", "pg_salt=s")]
    [InlineData("--", "curl", "http://site.kz/a/post?x=1", "-F", "pg_salt=s")]
    public void The_query_of_a_posted_address_stays_and_is_not_signed(params string[] words)
    {
        var run = SignRun.Run(words);

        Assert.Equal("post;s;sandbox-payout-secret", run.Text);
        Assert.Contains("unsigned  the query of the address; a POST has its fields in the body\n", run.Output, StringComparison.Ordinal);
        Assert.StartsWith("curl 'http://site.kz/a/post?x=1' \\\n", run.Curl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_missing_salt_is_added_always_the_same_and_said_so()
    {
        var run = SignRun.Run("--url", SignedPayout.Url, "pg_amount=100");

        Assert.Contains("added     pg_salt=sandbox, since there was none", run.Output, StringComparison.Ordinal);
        Assert.Equal("p2p2nonreg;100;sandbox;sandbox-payout-secret", run.Text);
        Assert.EndsWith($"--data-urlencode 'pg_salt=sandbox' \\\n  --data-urlencode 'pg_sig={run.Signature}'", run.Curl, StringComparison.Ordinal);
        Assert.Equal("f430f87a83073b80ce316f5698906f2d", run.Signature);
    }

    [Theory]
    [InlineData("ccee466c00000000000000000000000a", "wrong")]
    [InlineData(SignedPayout.Signature, "right")]
    public void A_signature_already_there_is_judged_and_replaced(string given, string verdict)
    {
        var run = SignRun.Run(["--url", SignedPayout.Url, "--secret", SignedPayout.Secret, $"pg_sig={given}", .. SignedPayout.Fields]);

        Assert.Contains($"replaced  pg_sig, which was {verdict}\n", run.Output, StringComparison.Ordinal);
        Assert.Equal(SignedPayout.Signature, run.Signature);
        Assert.Equal(2, run.Curl.Split("pg_sig").Length);
    }

    [Fact]
    public void A_signature_without_a_salt_is_wrong_even_when_it_fits_the_salt_that_is_added()
    {
        var run = SignRun.Run("--url", SignedPayout.Url, "pg_amount=100", "pg_sig=f430f87a83073b80ce316f5698906f2d");

        Assert.Equal("f430f87a83073b80ce316f5698906f2d", run.Signature);
        Assert.Contains("replaced  pg_sig, which was wrong\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_below_the_signature_go_with_it()
    {
        var run = SignRun.Run("--url", SignedPayout.Url, "pg_sig[x]=1", "pg_salt=s", "pg_signed=2");

        Assert.Contains("order     pg_salt, pg_signed\n", run.Output, StringComparison.Ordinal);
        Assert.Equal("p2p2nonreg;s;2;sandbox-payout-secret", run.Text);
        Assert.DoesNotContain("pg_sig[x]", run.Curl, StringComparison.Ordinal);
    }

    [Fact]
    public void Fields_of_one_name_stay_as_they_were_typed()
    {
        var run = SignRun.Run("--secret", "rofoneqaxujagexi", "--", "curl", "http://x/payment.php", "-d", "foo[]=1&pg_salt=2&foo[]=0");

        Assert.Equal("payment.php;1;0;2;••••••", run.Text);
        Assert.Contains("--data-urlencode 'foo[]=1' \\\n  --data-urlencode 'pg_salt=2' \\\n  --data-urlencode 'foo[]=0' \\\n", run.Curl, StringComparison.Ordinal);
    }

    [Fact]
    public void Flags_settings_and_headers_stay_on_the_line()
    {
        var run = SignRun.Run("--", "curl", "-sk", "-m5", "-H", "X-Trace: a b", "-XPOST", SignedPayout.Url, "-d", "pg_salt=s");

        Assert.StartsWith($"curl -s -k -m 5 -H 'X-Trace: a b' {SignedPayout.Url} \\\n", run.Curl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_line_without_an_address_takes_the_one_given_beside_it()
    {
        var run = SignRun.Run("--url", "localhost:8585/g2g/balance_status", "curl -d pg_salt=s");

        Assert.StartsWith("curl http://localhost:8585/g2g/balance_status \\\n", run.Curl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_field_that_speaks_of_curl_is_a_field()
    {
        Assert.Equal("x;/usr/bin/curl it;s;sandbox-payout-secret", SignRun.Run("--url", "http://h/x", "a=/usr/bin/curl it", "pg_salt=s").Text);
    }
}
