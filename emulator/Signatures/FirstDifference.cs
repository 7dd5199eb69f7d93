namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>The first place where a signed text departs from the right one.</summary>
/// <param name="Index">The character, in either of the shown texts, counted from 0.</param>
/// <param name="Field">What stands there in the right text: a field's name, <c>script</c>, <c>secret</c>, or <c>end</c> behind it.</param>
internal sealed record FirstDifference(int Index, string Field);
