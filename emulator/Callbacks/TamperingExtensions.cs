namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>Which twists make a callback one that the gateway would never send.</summary>
internal static class TamperingExtensions
{
    extension(Tampering tampering)
    {
        /// <summary>A forger tries once, whatever the answer.</summary>
        public bool IsForged => tampering is Tampering.TamperedAmount or Tampering.WrongSignature or Tampering.UnknownOrder;
    }
}
