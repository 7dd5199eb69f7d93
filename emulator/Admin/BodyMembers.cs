namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>The members that an endpoint reads in its body, so that others can say where something belongs.</summary>
internal sealed record BodyMembers(IReadOnlyList<string> Names);
