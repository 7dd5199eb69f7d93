namespace FreedomPaySandbox.Emulator.Callbacks;

/// <summary>Whether a merchant's XML answer to a callback is signed, and rightly (N-6). Recorded; it decides nothing.</summary>
internal enum AnswerSignature
{
    None = 0,
    Right = 1,
    Wrong = 2,
}
