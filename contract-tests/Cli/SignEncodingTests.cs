using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.ContractTests.Cli;

public sealed class SignEncodingTests
{
    public static TheoryData<string, string[]> Encodings => SignedPayout.InEveryEncoding;

    [Theory]
    [MemberData(nameof(Encodings))]
    public void Every_encoding_of_a_request_gets_the_same_signature(string encoding, string[] words)
    {
        var run = SignRun.Run(["--secret", SignedPayout.Secret, .. words]);

        Assert.Equal((encoding, SignedPayout.Signature), (encoding, run.Signature));
        Assert.Equal("p2p2nonreg;100;Ivan Ivanov;KZT;Описание платежа;9970;1234;4405645000006150;http://site.kz/post;some random string;1234;••••••", run.Text);
    }

    [Theory]
    [MemberData(nameof(Encodings))]
    public void The_printed_call_signs_to_the_same_signature_again(string encoding, string[] words)
    {
        var first = SignRun.Run(["--secret", SignedPayout.Secret, .. words]);

        var second = SignRun.Run(["--secret", SignedPayout.Secret, "-"], first.Curl);

        Assert.Equal((encoding, SignedPayout.Signature), (encoding, second.Signature));
        Assert.Equal(first.Curl, second.Curl);
        Assert.Contains("replaced  pg_sig, which was right\n", second.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("O'Brien & Sons; 100% \"quoted\" \\ $HOME `x` + = #")]
    [InlineData(" spaces around\t")]
    [InlineData("two\nlines")]
    [InlineData("a\\'\u007f\u009b\u202e\u2028\U000e0041z")]
    [InlineData("@file")]
    [InlineData("<b>x</b>")]
    [InlineData("\"")]
    [InlineData("(")]
    [InlineData("Ж 😀")]
    public void Any_value_survives_the_printed_call_in_every_carrier(string value)
    {
        string[][] calls =
        [
            ["--url", SignedPayout.Url, "pg_salt=s", $"a={value}", $"b[c d&é]={value}"],
            ["--", "curl", SignedPayout.Url, "--form-string", $"a={value}", "-F", "pg_salt=s"],
            ["--", "curl", "-G", SignedPayout.Url, "--data-urlencode", $"a={value}", "-d", "pg_salt=s"],
            ["--", "curl", SignedPayout.Url, "--json", $$"""{"pg_salt":"s","a":{{System.Text.Json.JsonSerializer.Serialize(value)}}}"""],
            ["--", "curl", SignedPayout.Url, "--data-urlencode", $"pg_xml=<request><pg_salt>s</pg_salt><a><![CDATA[{value}]]></a></request>"],
        ];
        foreach (var call in calls)
        {
            var first = SignRun.Run(call);
            var second = SignRun.OfInput(first.Curl);

            Assert.StartsWith($"p2p2nonreg;{TerminalText.Line(value)};", first.Text, StringComparison.Ordinal);
            Assert.Equal(first.Signature, second.Signature);
            Assert.Contains("which was right", second.Output, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Multipart_stays_multipart_and_spells_out_what_curl_would_reinterpret()
    {
        var run = SignRun.Run("--", "curl", SignedPayout.Url, "-F", "pg_salt= s ", "--form-string", "a=x;y");

        Assert.Contains(" \\\n  -F 'pg_salt=s' \\\n  --form-string 'a=x;y' \\\n  -F 'pg_sig=", run.Curl, StringComparison.Ordinal);
    }

    [Fact]
    public void A_query_becomes_data_of_a_get()
    {
        var run = SignRun.Run("--", "curl", $"{SignedPayout.Url}?pg_salt=a%20b&pg_sig=00");

        Assert.StartsWith($"curl -G {SignedPayout.Url} \\\n  --data-urlencode 'pg_salt=a b' \\\n  --data-urlencode 'pg_sig=", run.Curl, StringComparison.Ordinal);
    }

    [Fact]
    public void Json_keeps_its_nesting_and_the_digits_of_its_numbers()
    {
        var run = SignRun.Run("--", "curl", SignedPayout.Url, "--json", """{"pg_amount":100.00,"x":{"pg_sig":"old","list":[1,{"q":"Ж"}]},"none":null}""");

        Assert.Equal("p2p2nonreg;1;;100.00;sandbox;Ж;sandbox-payout-secret", run.Text);
        Assert.EndsWith($$"""
              -H 'Content-Type: application/json' \
              -d '{
              "pg_amount": 100.00,
              "x": {
                "list": [
                  1,
                  {
                    "q": "Ж"
                  }
                ]
              },
              "none": null,
              "pg_salt": "sandbox",
              "pg_sig": "{{run.Signature}}"
            }'
            """.ReplaceLineEndings("\n"), run.Curl, StringComparison.Ordinal);
    }

    [Fact]
    public void Xml_is_written_again_with_its_signature()
    {
        var run = SignRun.Run("--", "curl", SignedPayout.Url, "--data-urlencode", "pg_xml=<request><pg_sig>old</pg_sig><a>1 &lt; 2</a><n><b>3</b></n></request>");

        Assert.Equal("p2p2nonreg;1 < 2;3;sandbox;sandbox-payout-secret", run.Text);
        Assert.EndsWith($"""
              --data-urlencode 'pg_xml=<?xml version="1.0" encoding="utf-8"?>
            <request>
                <a>1 &lt; 2</a>
                <n>
                    <b>3</b>
                </n>
                <pg_salt>sandbox</pg_salt>
                <pg_sig>{run.Signature}</pg_sig>
            </request>'
            """.ReplaceLineEndings("\n"), run.Curl, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("curl http://localhost:8585/g2g/p2p2nonreg -d pg_salt=s -d pg_amount=100")]
    [InlineData("  curl http://localhost:8585/g2g/p2p2nonreg \\\n  -d pg_salt=s \\\n  -d 'pg_amount=100'\n")]
    [InlineData("curl \\\r\n  --data \"pg_amount=100\" --url http://localhost:8585/g2g/p2p2nonreg \\\r\n  -dpg_salt=s\r\n")]
    [InlineData("curl\\\n http://localhost:8585/g2g/p2p2nonreg -d pg_salt=s -d pg_amount=100")]
    [InlineData("/usr/bin/curl --request POST http://localhost:8585/g2g/p2p2nonreg --data-raw $'pg_amount=1\\u00300&pg_salt=s'")]
    public void A_pasted_line_is_read_from_one_word_and_from_standard_input(string line)
    {
        const string text = "p2p2nonreg;100;s;sandbox-payout-secret";

        Assert.Equal(text, SignRun.OfInput(line).Text);
        Assert.Equal(text, SignRun.Run(line).Text);
    }
}
