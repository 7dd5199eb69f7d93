namespace FreedomPaySandbox.Emulator.Payouts.Bank;

/// <summary>One of the details by which a bank finds the recipient.</summary>
internal enum BankDetail
{
    Iban,
    Iin,
    Bik,
}
