using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;

namespace FreedomPaySandbox.ContractTests.Gateway.Family;

/// <summary>How each path of the family says that a signature is wrong, and that a method is switched off.</summary>
public sealed class FamilyRefusalTests
{
    private const string Token = "00000000-0000-4000-8000-000000000000";

    public static TheoryData<string> Paths => [.. s_calls.Select(call => call.Path)];

    private static readonly SignedCall[] s_calls =
    [
        FamilyCall.ToIban(), FamilyCall.ToIban(surface: "api"), FamilyCall.OlderToIban(), FamilyCall.ToToken(Token), FamilyCall.ToToken(Token, surface: "api"),
        FamilyCall.Page(), FamilyCall.SaveCard(), FamilyCall.Balance(), FamilyCall.Balance("api"), FamilyCall.Status("/g2g/payout_status2"),
        FamilyCall.Status("/g2g/payout_status"), FamilyCall.Status("/api/payment_status2"), FamilyCall.Status("/api/payment_status"),
        FamilyCall.Status("/api/iban_payout/payment_status"), FamilyCall.Status("/get_status2.php"),
    ];

    [Theory, MemberData(nameof(Paths))]
    [Proves("E-2", "E-3", "E-4", "S-9", "T-8")]
    public async Task A_wrong_signature_is_told_as_the_path_tells_it(string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var reply = await sandbox.CallAsync(GetCall(path) with { Secret = "wrong" });

        var isSigned = path.StartsWith("/g2g", StringComparison.Ordinal);
        Assert.Equal(isSigned, reply.IsSigned);
        if (isSigned)
            Assert.True(reply.IsSignedWith(SignedCall.PayoutSecret, GetScript(path)));
        Assert.Equal(path.StartsWith("/v1", StringComparison.Ordinal) ? 401 : 200, reply.Status);
        await Verify(reply.Text, "xml").UseParameters(path.Replace('/', '-').Trim('-'));
    }

    [Theory, MemberData(nameof(Paths))]
    [Proves("S-9")]
    public async Task The_other_secret_is_a_wrong_one(string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var call = GetCall(path);
        var other = call.Secret == SignedCall.PayoutSecret ? SignedCall.ReceiveSecret : SignedCall.PayoutSecret;

        Assert.Equal(path.StartsWith("/g2g", StringComparison.Ordinal) || path.StartsWith("/v1", StringComparison.Ordinal) ? "1100" : "9998",
            (await sandbox.CallAsync(call with { Secret = other })).Outcome);
    }

    [Theory, MemberData(nameof(Paths))]
    [Proves("E-1", "E-11")]
    public async Task A_method_that_is_switched_off_is_refused_signed(string path)
    {
        var call = GetCall(path);
        await using var sandbox = await RunningSandbox.StartAsync(
            RunningSandbox.Merchant with { DisabledMethods = new HashSet<string>(StringComparer.Ordinal) { GetScript(path) } });

        var reply = await sandbox.CallAsync(call);

        Assert.Equal("9992", reply.Outcome);
        Assert.True(reply.IsSignedWith(call.Secret, GetScript(path)));
        Assert.Empty(await sandbox.PayoutsAsync());
    }

    [Theory, MemberData(nameof(Paths))]
    [Proves("E-5")]
    public async Task An_unknown_merchant_is_told_so_unsigned(string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var reply = await sandbox.CallAsync(GetCall(path).With("pg_merchant_id", "9971"));

        Assert.Equal("9998", reply.Outcome);
        Assert.False(reply.IsSigned);
    }

    [Theory, MemberData(nameof(Paths))]
    [Proves("E-12", "E-1")]
    public async Task A_fault_of_the_sandbox_is_told_in_the_vendors_words(string path)
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var call = GetCall(path);
        await sandbox.Store.DisposeAsync();

        var reply = await sandbox.CallAsync(call);

        Assert.Equal("9999", reply.Outcome);
        Assert.True(reply.IsSignedWith(call.Secret, GetScript(path)));
    }

    [Theory, MemberData(nameof(Paths))]
    [Proves("T-1", "T-2", "T-3", "T-4", "T-5")]
    public async Task Every_encoding_gets_the_same_answer(string path)
    {
        var outcomes = new List<string>();
        foreach (var encode in new Func<SignedCall, HttpRequestMessage>[]
            { call => call.AsForm(), call => call.AsQuery(), call => call.AsMultipart(), call => call.AsXml(), call => call.AsJson() })
        {
            await using var sandbox = await RunningSandbox.StartAsync();
            if (path.Contains("status", StringComparison.Ordinal))
                await sandbox.CallAsync(SignedCall.Payout());
            outcomes.Add((await sandbox.SendAsync(encode(GetCall(path)))).Text.Replace(sandbox.Address.Authority, "host", StringComparison.Ordinal));
        }

        Assert.Single(outcomes.Select(WithoutSignature).Distinct(StringComparer.Ordinal));
    }

    // It covers the host of the page, which is another one each time.
    private static string WithoutSignature(string xml) =>
        System.Text.RegularExpressions.Regex.Replace(xml, "<pg_sig>[0-9a-f]{32}</pg_sig>", "", default, TimeSpan.FromSeconds(1));

    private static SignedCall GetCall(string path) => s_calls.Single(call => call.Path == path);

    private static string GetScript(string path) => path[(path.LastIndexOf('/') + 1)..];

}
