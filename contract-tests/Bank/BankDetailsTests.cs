using FreedomPaySandbox.Emulator.Payouts.Bank;

namespace FreedomPaySandbox.ContractTests.Bank;

public sealed class BankDetailsTests
{
    private const string Account = "KZ86125KZT5004100100";
    private const string Owner = "941240001151";
    private const string Bank = "HSBKKZKX";

    [Theory]
    [InlineData(Account, Owner, Bank, null)]
    [InlineData("DE89370400440532013000", Owner, "DEUTDEFF500", null)]
    [InlineData("KZ86125KZT5004100101", Owner, Bank, BankDetail.Iban)]
    [InlineData("KZ123412341234123412", "123412341234", "KZZSAE", BankDetail.Iban)]
    [InlineData(Account, "941240001152", Bank, BankDetail.Iin)]
    [InlineData(Account, "941240001152", "KZZSAE", BankDetail.Iin)]
    [InlineData(Account, Owner, "KZZSAE", BankDetail.Bik)]
    internal void What_has_the_form_is_taken_and_what_cannot_be_real_only_by_those_who_are_not_strict(
        string iban, string iin, string bik, BankDetail? unreal)
    {
        var details = BankDetails.TryParse(iban, iin, bik, strict: false);

        Assert.Equal((iban, iin, bik), (details?.Iban.Text, details?.Iin.Text, details?.Bik.Text));
        Assert.Equal(unreal, details?.Unreal);
        Assert.Equal(unreal is null, BankDetails.TryParse(iban, iin, bik, strict: true) is not null);
    }

    [Theory]
    [InlineData(null, Owner, Bank)]
    [InlineData("KZ86 125K ZT50 0410 0100", Owner, Bank)]
    [InlineData(Account, null, Bank)]
    [InlineData(Account, "94124000115", Bank)]
    [InlineData(Account, Owner, null)]
    [InlineData(Account, Owner, "HSBKKZK")]
    public void What_has_not_the_form_is_taken_by_nobody(string? iban, string? iin, string? bik)
    {
        Assert.Null(BankDetails.TryParse(iban, iin, bik, strict: false));
        Assert.Null(BankDetails.TryParse(iban, iin, bik, strict: true));
    }

    [Fact]
    public void Shown_they_give_nobody_away()
    {
        var text = $"{BankDetails.TryParse(Account, Owner, Bank, strict: true)}";

        Assert.Contains("XXXXXXXXXXXXXXXX0100", text, StringComparison.Ordinal);
        Assert.DoesNotContain(Account, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Owner, text, StringComparison.Ordinal);
    }
}
