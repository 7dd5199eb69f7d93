using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.ContractTests.Settings;

public sealed class SettingTextTests
{
    [Theory]
    [InlineData("500ms", 500)]
    [InlineData("0s", 0)]
    [InlineData("90s", 90_000)]
    [InlineData("1.5s", 1_500)]
    [InlineData("30m", 1_800_000)]
    [InlineData("2h", 7_200_000)]
    [InlineData("1d", 86_400_000)]
    [InlineData("PT30M", 1_800_000)]
    [InlineData("P1DT1S", 86_401_000)]
    public void A_duration_has_a_unit_or_is_ISO_8601(string text, long milliseconds) =>
        Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), SettingText.Duration(text));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("s")]
    [InlineData(".s")]
    [InlineData("1..5s")]
    [InlineData("-1s")]
    [InlineData("-PT1S")]
    [InlineData("5 s")]
    [InlineData("5S")]
    [InlineData("5sec")]
    [InlineData("1e3s")]
    [InlineData("NaNs")]
    [InlineData("4000d")]
    [InlineData("99999999999999999999999999d")]
    [InlineData("P")]
    [InlineData("PT")]
    [InlineData("P99999999999Y")]
    [InlineData("P11Y")]
    [InlineData("00:00:05")]
    public void What_is_no_duration_of_this_decade_is_none(string text) => Assert.Null(SettingText.Duration(text));

    [Theory]
    [InlineData("+06:00", 360)]
    [InlineData("-03:30", -210)]
    [InlineData("+00:00", 0)]
    [InlineData("+14:00", 840)]
    [InlineData("+15:00", null)]
    [InlineData("06:00", null)]
    [InlineData("+6", null)]
    [InlineData("", null)]
    public void A_distance_from_UTC_has_sign_hours_and_minutes(string text, int? minutes) =>
        Assert.Equal(minutes, SettingText.UtcOffset(text)?.TotalMinutes);

    [Theory]
    [InlineData("0", 0)]
    [InlineData("1000", 1000)]
    [InlineData("-1", null)]
    [InlineData(" 1", null)]
    [InlineData("1.0", null)]
    [InlineData("9999999999", null)]
    public void A_whole_number_is_digits(string text, int? number) => Assert.Equal(number, SettingText.Whole(text));

    [Theory]
    [InlineData("Always", SignErrors.Always)]
    [InlineData("always", SignErrors.Always)]
    [InlineData("2", null)]
    [InlineData("", null)]
    [InlineData("Never,Always", null)]
    internal void A_choice_is_a_name_and_no_number(string text, SignErrors? choice) =>
        Assert.Equal(choice, SettingText.Choice<SignErrors>(text));
}
