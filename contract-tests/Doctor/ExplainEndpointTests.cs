using System.Text.Json;
using FreedomPaySandbox.ContractTests.Admin;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.ContractTests.Signatures;
using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.ContractTests.Doctor;

/// <summary>
/// The doctor beside the gateway: pasted calls are explained, and calls that were made are in the journal with what is wrong.
/// </summary>
public sealed class ExplainEndpointTests : SandboxTest
{
    private protected override Merchant[] Merchants => [RunningSandbox.Merchant, RunningSandbox.Merchant with { Id = 9971, Secrets = new("other payout secret", "other receive secret") }];

    [Theory]
    [InlineData("/g2g/p2p2nonreg", "script-")]
    public async Task A_wrong_script_is_explained_from_fields_from_a_body_and_from_a_curl_line(string path, string id)
    {
        var fields = IndependentDigest.Sign(path, SignedCall.Payout().Fields, SignedCall.PayoutSecret);
        var form = SignedCall.GetForm(fields);
        var bodies = new[]
        {
            JsonSerializer.Serialize(new { url = "http://localhost:8585" + path, fields = fields.ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal) }),
            JsonSerializer.Serialize(new { url = path, body = form, contentType = "application/x-www-form-urlencoded" }),
            JsonSerializer.Serialize(new { curl = $"curl http://localhost:8585{path} -d '{form}'" }),
        };
        foreach (var body in bodies)
        {
            var explained = (await Sandbox.PostAsync("/signature/explain", body)).Is(200);
            Assert.False(explained["isRight"].GetBoolean());
            Assert.StartsWith(id, explained["diagnosis"].GetProperty("id").GetString(), StringComparison.Ordinal);
            Assert.Equal("p2p2nonreg", explained.Said("script"));
            Assert.DoesNotContain(SignedCall.PayoutSecret, explained.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("4405645000006150", explained.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_right_signature_is_told_for_that()
    {
        var explained = (await Sandbox.PostAsync("/signature/explain",
            JsonSerializer.Serialize(new { url = "/g2g/p2p2nonreg", body = SignedCall.GetForm(SignedCall.Payout().Sent) }))).Is(200);

        Assert.True(explained["isRight"].GetBoolean());
        Assert.Equal(JsonValueKind.Null, explained["diagnosis"].ValueKind);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("""{"curl": "curl -d @/etc/passwd http://localhost/g2g/p2p2nonreg"}""")]
    [InlineData("""{"curl": "curl http://x/y", "body": "a=b"}""")]
    [InlineData("""{"body": "pg_merchant_id=9970"}""")]
    [InlineData("""{"url": "/g2g/p2p2nonreg", "body": "pg_merchant_id=1&pg_salt=1&pg_sig=x"}""")]
    [InlineData("""{"url": "/g2g/p2p2nonreg", "fields": {"pg_merchant_id": 9970}}""")]
    [InlineData("""{"url": 1, "body": "a=b"}""")]
    [InlineData("""{"line": "curl"}""")]
    public async Task What_cannot_be_explained_is_told_for_that(string body) =>
        Assert.NotEqual(0, (await Sandbox.PostAsync("/signature/explain", body)).Is(400)["errors"].GetArrayLength());

    [Fact]
    public async Task A_call_that_was_refused_is_in_the_journal_and_the_log_with_its_diagnosis_and_answered_as_ever()
    {
        var call = SignedCall.Payout() with { Secret = SignedCall.ReceiveSecret };
        var reply = await Sandbox.CallAsync(call);
        await Sandbox.CallAsync(SignedCall.Payout("right"));

        Assert.Equal("1100", reply.Outcome);
        var requests = (await Sandbox.GetAsync("/requests")).Is(200)["requests"];
        Assert.Equal("secret-other", requests[0].GetProperty("diagnosis").GetProperty("id").GetString());
        Assert.Equal(JsonValueKind.Null, requests[1].GetProperty("diagnosis").ValueKind);
        Assert.Contains(Sandbox.Log.Entries, entry => entry.Contains("secret-other", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_merchants_secret_is_known_for_that()
    {
        await Sandbox.CallAsync(SignedCall.Payout() with { Secret = "other payout secret" });

        var diagnosis = (await Sandbox.GetAsync("/requests")).Is(200)["requests"][0].GetProperty("diagnosis");
        Assert.Contains("9971", diagnosis.GetProperty("sentence").GetString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Callers_who_give_up_do_not_wear_the_doctor_out()
    {
        for (var round = 0; round < 3; round++)
        {
            using var giveUp = new CancellationTokenSource();
            var calls = Enumerable.Range(0, 30).Select(_ => Sandbox.Client.SendAsync(SignedCall.Payout().With("pg_sig", new string('0', 32)).AsForm(), giveUp.Token)).ToList();
            await giveUp.CancelAsync();
            foreach (var call in calls)
                await Record.ExceptionAsync(() => call);
        }

        // Those who gave up may still be before the doctor for a moment, but not for good.
        for (var call = 0; call < 200 && !WasTold(); call++)
            await Sandbox.CallAsync(SignedCall.Payout() with { Secret = SignedCall.ReceiveSecret });
        Assert.True(WasTold());

        bool WasTold() => Sandbox.Log.Entries.Any(entry => entry.Contains("secret-other", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Many_wrong_signatures_at_once_are_all_refused()
    {
        var replies = await Task.WhenAll(Enumerable.Range(0, 100).Select(i => Sandbox.CallAsync(SignedCall.Payout($"{i}").With("pg_sig", new string('0', 32)))));

        Assert.All(replies, reply => Assert.Equal("1100", reply.Outcome));
        Assert.Equal("ok", (await Sandbox.CallAsync(SignedCall.Payout())).Outcome);
    }
}
