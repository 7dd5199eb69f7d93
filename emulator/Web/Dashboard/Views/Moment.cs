using System.Globalization;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>A moment of a merchant, in its local time, beside its now.</summary>
internal readonly record struct Moment(DateTimeOffset Local, DateTimeOffset Now)
{
    public bool IsToday => Local.Date == Now.Date;

    public bool IsAhead => Local > Now;

    public TimeSpan Left => Local - Now;

    public string Time => Local.ToString("HH:mm:ss", CultureInfo.InvariantCulture);

    public string Machine => Local.ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture);
}
