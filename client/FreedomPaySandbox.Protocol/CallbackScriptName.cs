namespace FreedomPaySandbox.Protocol;

/// <summary>What signs a callback whose address ends in a slash (S-11).</summary>
public enum CallbackScriptName
{
    /// <summary>Nothing: the signed text starts with a semicolon. What the official SDK computes.</summary>
    Empty,

    /// <summary>The segment before the slash. What some clients compute.</summary>
    PreviousSegment,
}
