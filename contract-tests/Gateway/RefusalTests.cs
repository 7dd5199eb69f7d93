using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Gateway;

public sealed class RefusalTests
{
    public static TheoryData<string> Names => [.. RefusedCall.All.Select(refused => refused.Name)];

    [Theory, MemberData(nameof(Names))]
    [Proves("E-1", "E-2", "E-7", "E-8", "E-9", "E-10", "E-11", "E-12")]
    public async Task A_documented_refusal_is_signed(string refusal)
    {
        var reply = await RefusedCall.ByName(refusal).MakeAsync(SignErrors.Documented);

        Assert.True(reply.IsSignedWith(SignedCall.PayoutSecret));
        await Verify(reply.Text, extension: "xml").UseParameters(refusal);
    }

    [Theory, MemberData(nameof(Names))]
    [Proves("E-1", "E-2")]
    public async Task A_merchant_who_wants_every_refusal_signed_gets_the_same(string refusal) => Assert.Equal(
        (await RefusedCall.ByName(refusal).MakeAsync(SignErrors.Documented)).Text,
        (await RefusedCall.ByName(refusal).MakeAsync(SignErrors.Always)).Text);

    [Theory, MemberData(nameof(Names))]
    [Proves("E-1", "E-2")]
    public async Task A_merchant_who_wants_no_refusal_signed_gets_it_without_salt_and_signature(string refusal)
    {
        var signed = await RefusedCall.ByName(refusal).MakeAsync(SignErrors.Documented);
        var bare = await RefusedCall.ByName(refusal).MakeAsync(SignErrors.Never);

        Assert.Equal(signed.Fields.Where(field => field.Name is not ("pg_salt" or "pg_sig")), bare.Fields);
    }

    [Theory]
    [InlineData(UnknownMerchantCode.Code9998)]
    [InlineData(UnknownMerchantCode.Code9997)]
    [InlineData(UnknownMerchantCode.Code101)]
    [Proves("E-5")]
    internal async Task An_unknown_merchant_is_told_so_without_a_signature(UnknownMerchantCode code)
    {
        var everythingSigned = RunningSandbox.Merchant with { Switches = new() { SignErrors = SignErrors.Always } };
        await using var sandbox = await RunningSandbox.StartAsync(
            new SandboxSettings { Merchants = [everythingSigned], UnknownMerchantCode = code });

        var reply = await sandbox.CallAsync(SignedCall.Payout(merchant: 9971));

        Assert.Equal(200, reply.Status);
        await Verify(reply.Text, extension: "xml").UseParameters(code);
    }

    [Fact]
    [Proves("S-8", "S-13", "E-2")]
    public async Task A_signature_must_be_there_once_in_lower_case_with_a_salt()
    {
        await using var sandbox = await RunningSandbox.StartAsync();
        var call = SignedCall.Payout();
        var digest = call.Sent["pg_sig"]!;

        Assert.Equal("1100", (await sandbox.CallAsync(call.With("pg_sig", digest.ToUpperInvariant()))).Outcome);
        Assert.Equal("1100", (await sandbox.CallAsync(call.With("pg_sig", ""))).Outcome);
        Assert.Equal("1100", (await sandbox.CallAsync(call.With("pg_sig", digest).Plus(new("pg_sig", digest)))).Outcome);
        Assert.Equal("1100", (await sandbox.CallAsync(call.Without("pg_salt"))).Outcome);
        Assert.Equal("1100", (await sandbox.SendAsync(call.Post(new FormUrlEncodedContent([KeyValuePair.Create("pg_merchant_id", "9970")])))).Outcome);
        Assert.Equal("ok", (await sandbox.CallAsync(call.With("pg_sig", digest))).Outcome);
    }
}
