namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>What an answer gives away.</summary>
internal enum ReplyLeak
{
    None,

    StackTrace,

    Secret,

    /// <summary>The signature that would have been right: whoever reads it can forge.</summary>
    RightSignature,
}
