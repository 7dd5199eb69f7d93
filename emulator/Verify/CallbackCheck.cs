namespace FreedomPaySandbox.Emulator.Verify;

/// <summary>One thing that a merchant's callback endpoint must do right.</summary>
/// <param name="Id">Such as <c>duplicate</c>; stays the same.</param>
/// <param name="Title">What is right.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Fix">What to do when it is not so.</param>
/// <param name="Steps">What is sent, and what is due, about orders that are drawn for it.</param>
internal sealed record CallbackCheck(string Id, string Title, string Why, string Fix, Func<VerifyOrders, IReadOnlyList<CheckStep>> Steps)
{
    public CheckNeed Need { get; init; }

    /// <summary>Why it does not apply, in a few words.</summary>
    /// <returns>Nothing when it does.</returns>
    public string? Hindrance(VerifyTarget target) => Need switch
    {
        CheckNeed.OrderSetup when !target.TakesOrders => "needs --order-setup",
        CheckNeed.OrderBeforePayout when !target.TakesOrders => "needs --order-setup",
        CheckNeed.OrderBeforePayout when target.PaysThroughSandbox => "not with --sandbox",
        CheckNeed.Get when !target.TakesGet => "only with --get",
        CheckNeed.Xml when !target.TakesXml => "only with --pg-xml",
        _ => null,
    };

    public override string ToString() => Id;
}
