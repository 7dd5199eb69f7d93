namespace FreedomPaySandbox.Client;

/// <summary>Which of the merchant's two secrets signs (S-9).</summary>
internal enum SigningSecret
{
    Payout,
    Receive,
}
