namespace FreedomPaySandbox.Testing;

/// <summary>Where a signed text first departs from the right one.</summary>
/// <param name="Index">The character, from 0.</param>
/// <param name="Field">What stands there in the right text: a field's name, <c>script</c>, <c>secret</c> or <c>end</c>.</param>
public sealed record SignatureDifference(int Index, string Field);
