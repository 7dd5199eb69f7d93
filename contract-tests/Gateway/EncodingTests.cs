using Bogus;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Gateway;

public sealed class EncodingTests
{
    private static readonly string[] s_encodings = ["form", "query", "multipart", "XML", "JSON"];

    public static TheoryData<string> Encodings => [.. s_encodings];

    [Fact]
    [Proves("T-1", "T-2", "T-3", "T-4", "T-5", "P-1")]
    public async Task The_documented_request_has_one_answer_in_every_encoding()
    {
        var answers = new List<string>();
        foreach (var encoding in s_encodings)
            answers.Add(await AnswerToTheDocumentedRequestAsync(encoding));

        Assert.Equal(5, answers.Count);
        await Verify(Assert.Single(answers.Distinct(StringComparer.Ordinal)), extension: "xml");
    }

    [Theory, MemberData(nameof(Encodings))]
    [Proves("T-6", "S-6")]
    public async Task Nested_fields_are_signed_at_the_place_of_their_parent(string encoding)
    {
        var details = new Parameters { { "b", "2" }, { "a", new Parameters { { "z", "26" }, { "y", "25" } } } };
        var call = SignedCall.Payout().Plus(new Parameter("pg_details", details));
        await using var sandbox = await RunningSandbox.StartAsync();

        // JSON has its own rule (T-5): its names are sorted as if on one level.
        var sent = encoding == "JSON" ? call.Plus(new Parameter("pg_sig", FlatDigest(call))) : call;

        Assert.Equal("ok", (await sandbox.SendAsync(Encode(sent, encoding))).Outcome);
    }

    [Theory, MemberData(nameof(Encodings))]
    [Proves("S-5")]
    public async Task People_and_purposes_in_Russian_come_through(string encoding)
    {
        var people = new Faker("ru") { Random = new Randomizer(9970) };
        await using var sandbox = await RunningSandbox.StartAsync();
        for (var number = 0; number < 20; number++)
        {
            var purpose = $"{people.Commerce.ProductName()} для {people.Name.FullName()} & <{people.Address.City()}>";
            var call = SignedCall.Payout($"ORD{number}", $"{people.Finance.Amount()}")
                .With("pg_card_name", people.Name.FullName())
                .With("pg_description", purpose);

            Assert.Equal("ok", (await sandbox.SendAsync(Encode(call, encoding))).Outcome);
            Assert.Equal(purpose, (await sandbox.PayoutsAsync())[^1].Description);
        }
    }

    [Fact]
    [Proves("T-5")]
    public async Task Nested_JSON_signed_by_the_rule_of_the_other_encodings_is_refused()
    {
        var nested = new Parameter("pg_details", new Parameters { { "zeta", "2" }, { "alpha", "1" } });
        await using var sandbox = await RunningSandbox.StartAsync();

        Assert.Equal("1100", (await sandbox.SendAsync(SignedCall.Payout().Plus(nested).AsJson())).Outcome);
    }

    [Theory]
    [InlineData("100")]
    [InlineData("100.5")]
    [InlineData("100.50")]
    [Proves("T-5", "S-5", "T-11")]
    public async Task A_JSON_number_is_signed_as_it_was_written(string amount)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var json = SignedCall.GetJson(SignedCall.Payout(amount: amount).Sent).ToJsonString()
            .Replace($"\"pg_amount\":\"{amount}\"", $"\"pg_amount\":{amount}", StringComparison.Ordinal);

        var reply = await sandbox.SendAsync(SignedCall.Payout().Post(new StringContent(json, null, "application/json")));

        Assert.Equal(("ok", amount), (reply.Outcome, reply["pg_payment_amount"]));
    }

    [Theory, MemberData(nameof(Encodings))]
    [Proves("S-3", "S-4")]
    public async Task Undocumented_and_empty_fields_are_signed_too(string encoding)
    {
        var call = SignedCall.Payout().With("pg_card_name", "").Plus(new("Zeta", "2")).Plus(new("x_custom", "")).Plus(new("pg_testing_mode", "1"));
        await using var sandbox = await RunningSandbox.StartAsync();

        Assert.Equal("ok", (await sandbox.SendAsync(Encode(call, encoding))).Outcome);
    }

    // Under its known signature, by a merchant that has the secret the signature was made with.
    private static async Task<string> AnswerToTheDocumentedRequestAsync(string encoding)
    {
        var known = KnownDigest.All.Single(vector => vector.Id == "c-p2p2nonreg-request");
        await using var sandbox = await RunningSandbox.StartAsync(
            RunningSandbox.Merchant with { Secrets = new MerchantSecrets(known.Secret, "another") });

        var call = new SignedCall(new Parameters([.. known.Fields, new("pg_sig", known.Md5)]));
        var reply = await sandbox.SendAsync(Encode(call, encoding));

        Assert.True(reply.IsSignedWith(known.Secret));
        return reply.Text;
    }

    private static HttpRequestMessage Encode(SignedCall call, string encoding) => encoding switch
    {
        "form" => call.AsForm(),
        "query" => call.AsQuery(),
        "multipart" => call.AsMultipart(),
        "XML" => call.AsXml(),
        _ => call.AsJson(),
    };

    private static string FlatDigest(SignedCall call) => IndependentDigest.Compute("p2p2nonreg", call.Fields.SelectMany(Leaves), call.Secret);

    private static IEnumerable<Parameter> Leaves(Parameter field) => field.Children?.SelectMany(Leaves) ?? [field];
}
