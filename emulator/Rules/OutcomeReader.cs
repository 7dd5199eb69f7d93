using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Rules;

/// <summary>Reads what a rule says a payout comes to.</summary>
internal static class OutcomeReader
{
    public static Outcome? Read(RulePlace place)
    {
        if (!place.IsText)
        {
            place.Refuse($"expected an outcome: {Forms()}.");
            return null;
        }

        var text = place.Json.GetString()!;
        if (Outcome.TryParse(text, out var outcome))
            return outcome;
        place.Refuse(Outcome.NamesError(text, out _)
            ? $"the vendor's table has no such error. Known: {string.Join(", ", GatewayError.All.Select(error => error.Code))}."
            : $"{RuleProblems.Quoted(text, "this")} is not an outcome.{RuleProblems.Guess(text, Outcome.Forms)} Known: {Forms()}.");
        return null;
    }

    // They have commas in them.
    private static string Forms() => string.Join(" · ", Outcome.Forms);
}
