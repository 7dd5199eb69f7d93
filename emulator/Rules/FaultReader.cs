using FreedomPaySandbox.Emulator.Faults;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>Reads how a rule lets an answer go wrong.</summary>
internal static class FaultReader
{
    private const string Delay = CallbackPlanKind.Delay;

    public static GatewayFault? Read(RulePlace place)
    {
        if (NamedChoice.Read(place, "a fault", GatewayFaultTable.Names, [Delay]) is not { } choice)
            return null;

        var isSlow = choice.Name == SlowAnswer.FaultName;
        choice.RefuseOthers(isSlow ? [Delay] : []);
        if (!isSlow)
            return GatewayFaultTable.Find(choice.Name);
        return choice.Delay(isNeeded: true, SlowAnswer.Longest) is { } delay ? new SlowAnswer(delay) : null;
    }
}
