using FreedomPaySandbox.Emulator.Registry;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>The moments of a merchant while one page is made: one now for all of it.</summary>
internal sealed class MerchantTime(DateTimeOffset now, TimeSpan offset, bool stands)
{
    public DateTimeOffset Now => now;

    /// <summary>How long until that moment; never, where the clock stands or the moment is past.</summary>
    public TimeSpan? Until(DateTimeOffset moment) => stands || moment <= now ? null : moment - now;

    public Moment At(DateTimeOffset moment) => new(moment.ToOffset(offset), now.ToOffset(offset));

    public static MerchantTime From(MerchantState state) =>
        new(state.Clock.Now, state.Merchant.UtcOffset, state.Clock.IsFrozen);
}
