namespace FreedomPaySandbox.Emulator.Faults;

/// <summary>How a callback is made other than it should be. Stored with the callback, so the numbers stay.</summary>
internal enum Tampering
{
    None = 0,

    /// <summary>Ten times the amount, put in after signing.</summary>
    TamperedAmount = 1,

    /// <summary>All is right but the signature.</summary>
    WrongSignature = 2,

    /// <summary>Rightly signed, for an order that the merchant never made.</summary>
    UnknownOrder = 3,

    /// <summary>Sent again byte for byte, with the salt of the last time.</summary>
    StaleSalt = 4,

    /// <summary>Rightly signed, and says that a payout failed which was called back as a success.</summary>
    ErrorAfterOk = 5,
}

/// <summary>Which twists make a callback one that the gateway would never send.</summary>
internal static class TamperingExtensions
{
    extension(Tampering tampering)
    {
        /// <summary>A forger tries once, whatever the answer.</summary>
        public bool IsForged => tampering is Tampering.TamperedAmount or Tampering.WrongSignature or Tampering.UnknownOrder;
    }
}
