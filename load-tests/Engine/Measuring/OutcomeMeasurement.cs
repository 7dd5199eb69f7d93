namespace FreedomPaySandbox.LoadTests.Engine.Measuring;

/// <summary>All that went well, or all that failed.</summary>
internal sealed class OutcomeMeasurement
{
    private const int MaxCodes = 100;
    private const string OtherCodes = "others";

    private readonly Dictionary<string, (string Message, bool IsError, long Count)> _codes = new(StringComparer.Ordinal);

    public LatencyHistogram Latency { get; } = new();

    public void Add(IResponse response, TimeSpan latency)
    {
        Latency.Add(latency);
        if (response.StatusCode.Length == 0 && response.Message.Length == 0)
            return;
        var code = _codes.Count < MaxCodes || _codes.ContainsKey(response.StatusCode) ? response.StatusCode : OtherCodes;
        var known = _codes.GetValueOrDefault(code, (response.Message, response.IsError, 0));
        _codes[code] = known with { Count = known.Count + 1 };
    }

    public MeasurementStats Stats(long all, TimeSpan duration) => new(
        new RequestStats(Latency.Count, duration > TimeSpan.Zero ? Latency.Count / duration.TotalSeconds : 0, Share(Latency.Count, all)),
        Latency.Stats,
        [.. _codes.OrderByDescending(code => code.Value.Count).ThenBy(code => code.Key, StringComparer.Ordinal)
            .Select(code => new StatusCodeStats(code.Key, code.Value.IsError, code.Value.Message, code.Value.Count, Share(code.Value.Count, all)))]);

    private static double Share(long count, long all) => all == 0 ? 0 : 100.0 * count / all;
}
