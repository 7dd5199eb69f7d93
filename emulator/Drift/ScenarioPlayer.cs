namespace FreedomPaySandbox.Emulator.Drift;

/// <summary>Plays scenarios against a gateway, one after the other.</summary>
internal sealed class ScenarioPlayer(DriftTarget target, HttpClient http, CallbackCatcher? catcher, string run)
{
    /// <summary>What broke the last scenario off.</summary>
    public string? Unasked { get; private set; }

    /// <returns>What came back in each, in order; what broke off ends with an exchange of nothing.</returns>
    public async Task<IReadOnlyList<Exchange>> PlayAsync(Scenario scenario)
    {
        var conversation = new ScenarioSession(target, http, scenario.Id, run, catcher);
        try
        {
            await scenario.Play(conversation);
            return conversation.Exchanges;
        }
        catch (Exception fault) when (fault is HttpRequestException or IOException or TaskCanceledException)
        {
            Unasked = fault.Message;
            var step = conversation.Exchanges.Count + 1;
            return [.. conversation.Exchanges, new Exchange { Scenario = scenario.Id, Step = step, Path = "", Status = 0, Signing = SigningState.None }];
        }
    }
}
