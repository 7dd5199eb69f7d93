namespace FreedomPaySandbox.Protocol;

/// <summary>Which of a merchant's two secrets signs an operation (S-9).</summary>
internal enum SecretKind
{
    Payout,
    Receive,
}
