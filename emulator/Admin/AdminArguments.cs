using System.Globalization;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Reads the parameters of a query and collects what is wrong with them.</summary>
internal sealed class AdminArguments
{
    private readonly List<string> _problems = [];

    /// <summary>Everything that was wrong, or nothing.</summary>
    public AdminProblem? Problem => _problems.Count == 0
        ? null
        : AdminProblem.BadRequest($"The query cannot be understood. {AdminGate.ReadTheList}", _problems);

    public long? Number(string name, string? text) =>
        Read(name, text, "a whole number", long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : (long?)null);

    /// <summary>A whole number from 1 to a limit.</summary>
    public int Count(string name, string? text, int otherwise, int most) => Read(
        name,
        text,
        string.Create(CultureInfo.InvariantCulture, $"a number from 1 to {most}"),
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count >= 1 && count <= most ? count : (int?)null)
        ?? otherwise;

    public T? Word<T>(string name, string? text, IReadOnlyDictionary<string, T> known)
        where T : struct =>
        Read(name, text, string.Join(", ", known.Keys), text is not null && known.TryGetValue(text, out var value) ? value : (T?)null);

    public TimeSpan Wait(string? text) => LongPoll.GetWait(text) ?? Refuse("wait", LongPoll.WaitForm);

    public AdminCursor After(string? text) =>
        Read("after", text, "what an answer gave as next", text is null ? null : AdminCursor.TryParse(text)) ?? default;

    private T? Read<T>(string name, string? text, string expected, T? value)
        where T : struct
    {
        // The framework's numbers may end in NUL.
        if (text is not null && (value is null || text.Contains('\0', StringComparison.Ordinal)))
            _problems.Add($"{name}: expected {expected}.");
        return value;
    }

    private TimeSpan Refuse(string name, string expected)
    {
        _problems.Add($"{name}: expected {expected}.");
        return TimeSpan.Zero;
    }
}
