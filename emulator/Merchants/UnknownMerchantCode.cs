namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>The code with which a request of an unknown merchant is refused (E-5).</summary>
internal enum UnknownMerchantCode
{
    Code9998 = 9998,
    Code9997 = 9997,
    Code101 = 101,
}
