namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>Where the secret stands in the signed text.</summary>
internal enum SecretPlace
{
    Last,
    First,
    AfterScript,
    GluedToLastValue,
    Nowhere,
}
