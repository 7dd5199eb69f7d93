using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Dates;

public sealed class WireDateTests
{
    private static readonly TimeSpan s_bishkek = TimeSpan.FromHours(6);
    private static readonly DateTimeOffset s_moment = new(2024, 9, 2, 12, 19, 1, 999, TimeSpan.Zero);

    [Fact]
    public void An_ISO_date_is_UTC_in_whole_seconds()
    {
        Assert.Equal("2024-09-02T12:19:01+00:00", WireDate.Iso(s_moment));
        Assert.Equal("2024-09-02T12:19:01+00:00", WireDate.Iso(s_moment.ToOffset(s_bishkek)));
    }

    [Fact]
    public void A_local_date_has_no_zone()
    {
        Assert.Equal("2024-09-02 18:19:01", WireDate.Local(s_moment, s_bishkek));
        Assert.Equal("2019-01-01 03:00:00", WireDate.Local(new(2018, 12, 31, 21, 0, 0, TimeSpan.Zero), s_bishkek));
        Assert.Equal("2018-12-31 18:30:00", WireDate.Local(new(2018, 12, 31, 21, 0, 0, TimeSpan.Zero), TimeSpan.FromHours(-2.5)));
    }

    [Theory]
    [InlineData("2024-09-02T12:19:01+00:00", "2024-09-02T12:19:01+00:00")]
    [InlineData("2024-09-02T18:19:01+06:00", "2024-09-02T12:19:01+00:00")]
    [InlineData("2024-09-02T09:49:01-02:30", "2024-09-02T12:19:01+00:00")]
    public void An_ISO_date_is_read_with_any_offset(string text, string utc)
    {
        Assert.True(WireDate.TryParseIso(text, out var time));
        Assert.Equal(utc, WireDate.Iso(time));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2024-09-02")]
    [InlineData("2024-09-02 12:19:01")]
    [InlineData("2024-09-02T12:19:01")]
    [InlineData("2024-13-02T12:19:01+00:00")]
    [InlineData("2024-02-30T12:19:01+00:00")]
    [InlineData("2024-09-02T24:00:00+00:00")]
    [InlineData("2024-09-02T12:19:01.5+00:00")]
    [InlineData(" 2024-09-02T12:19:01+00:00")]
    [InlineData("2024-09-02T12:19:01+15:00")]
    [InlineData("0001-01-01T00:00:00+06:00")]
    [InlineData("9999-12-31T23:59:59-06:00")]
    public void Anything_else_is_no_ISO_date(string text) => Assert.False(WireDate.TryParseIso(text, out _));

    [Fact]
    public void A_local_date_is_read_where_the_merchant_is()
    {
        Assert.True(WireDate.TryParseLocal("2018-12-31 15:00:00", s_bishkek, out var time));
        Assert.Equal(new DateTimeOffset(2018, 12, 31, 9, 0, 0, TimeSpan.Zero), time);
        Assert.Equal("2018-12-31 15:00:00", WireDate.Local(time, s_bishkek));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2018-12-31")]
    [InlineData("2018-12-31T15:00:00")]
    [InlineData("2018-12-31 15:00")]
    [InlineData("2018-12-31 15:00:60")]
    [InlineData("2018-02-29 15:00:00")]
    [InlineData("31.12.2018 15:00:00")]
    [InlineData("2018-12-31 15:00:00 ")]
    [InlineData("0000-00-00 00:00:00")]
    [InlineData("0001-01-01 00:00:00")]
    public void Anything_else_is_no_local_date(string text)
    {
        Assert.False(WireDate.TryParseLocal(text, s_bishkek, out var time));
        Assert.Equal(default, time);
    }

    [Fact]
    public void A_date_beyond_the_calendar_is_no_local_date()
    {
        Assert.False(WireDate.TryParseLocal("9999-12-31 23:59:59", TimeSpan.FromHours(-6), out _));
        Assert.True(WireDate.TryParseLocal("9999-12-31 23:59:59", s_bishkek, out _));
    }
}
