using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Emulator.Merchants;

namespace FreedomPaySandbox.ContractTests.Settings;

public sealed class SettingsFileTests
{
    [Fact]
    [Proves("S-9")]
    public void Several_merchants_may_be_named_each_with_its_own_settings()
    {
        var merchants = new SettingSources
        {
            File = """
                {
                  // Numbers and lists may be written as such.
                  "merchants": [
                    { "id": 1, "payoutSecret": "p1", "receiveSecret": "r1", "balance": 10.5, "disabledMethods": ["to_iban", "reg2reg"] },
                    { "id": 2, "receiveSecret": "r2", "signErrors": "Never", "callbackSchedule": ["0s", "1m"] },
                    { },
                  ],
                }
                """,
        }.Settings.Merchants;

        Assert.Equal([(1, "p1", "r1"), (2, "r2", "r2"), (9970, "sandbox-payout-secret", "sandbox-receive-secret")],
            merchants.Select(merchant => (merchant.Id, merchant.Secrets.Payout, merchant.Secrets.Receive)));
        Assert.Equal(["reg2reg", "to_iban"], merchants[0].DisabledMethods.Order(StringComparer.Ordinal), StringComparer.Ordinal);
        Assert.Equal(("10.5", "1000000000"), ($"{merchants[0].OpeningBalance}", $"{merchants[1].OpeningBalance}"));
        Assert.Equal([SignErrors.Documented, SignErrors.Never, SignErrors.Documented], merchants.Select(merchant => merchant.Switches.SignErrors));
        Assert.Equal([TimeSpan.Zero, TimeSpan.FromMinutes(1)], merchants[1].Schedule.Waits);
    }

    [Fact]
    public void Only_the_default_merchant_can_do_without_secrets() => Assert.Equal(
        "Merchant 1 has no payoutSecret.", Assert.Single(new SettingSources { File = """{ "merchants": [{ "id": 1 }] }""" }.Problems));

    [Fact]
    public void A_merchant_may_be_there_once() => Assert.Equal(
        "Merchant 9970 is there twice.", Assert.Single(new SettingSources { File = """{ "merchants": [{}, {}] }""" }.Problems));

    [Fact]
    public void An_empty_list_of_merchants_leaves_the_default_one() =>
        Assert.Equal(9970, Assert.Single(new SettingSources { File = """{ "merchants": [] }""" }.Settings.Merchants).Id);
}
