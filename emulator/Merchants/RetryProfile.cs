namespace FreedomPaySandbox.Emulator.Merchants;

/// <summary>A callback schedule that has a name.</summary>
internal sealed record RetryProfile(string Name, CallbackSchedule Schedule)
{
    public static IReadOnlyList<RetryProfile> All { get; } =
    [
        new("freedompay", CallbackSchedule.FreedomPay),
        new("once", new CallbackSchedule(TimeSpan.Zero)),
        new("steep", FindName("0:00:00", "0:00:05", "0:00:30", "0:02:00", "0:10:00", "0:30:00")),
        new("long", FindName("0:00:00", "0:30:00", "1:00:00", "2:00:00", "4:00:00", "8:00:00", "1.00:00:00")),
    ];

    public static RetryProfile? Find(string name) => All.FirstOrDefault(profile => string.Equals(profile.Name, name, StringComparison.OrdinalIgnoreCase));

    public static RetryProfile? FindName(CallbackSchedule schedule) => All.FirstOrDefault(profile => profile.Schedule.Waits.SequenceEqual(schedule.Waits));

    public override string ToString() => Name;

    private static CallbackSchedule FindName(params IEnumerable<string> waits) =>
        new([.. waits.Select(wait => TimeSpan.Parse(wait, System.Globalization.CultureInfo.InvariantCulture))]);
}
