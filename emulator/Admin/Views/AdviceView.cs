using System.ComponentModel;
using FreedomPaySandbox.Emulator.Delivery;

namespace FreedomPaySandbox.Emulator.Admin.Views;

/// <summary>Why a callback did not arrive, and what to do about it.</summary>
internal sealed record AdviceView(
    [property: Description("Such as refused, redirected or localhost-in-container.")] string Id,
    [property: Description("What happened.")] string Reason,
    [property: Description("What to do.")] string NextStep)
{
    public static AdviceView From(DeliveryAdvice advice) => new(advice.Id, advice.Reason, advice.NextStep);
}
