namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>Which twists make a callback one that the gateway would never send.</summary>
internal static class TwistForgery
{
    extension(Twist twist)
    {
        /// <summary>A forger tries once, whatever the answer.</summary>
        public bool IsForged => twist is Twist.TamperedAmount or Twist.WrongSignature or Twist.UnknownOrder;
    }
}
