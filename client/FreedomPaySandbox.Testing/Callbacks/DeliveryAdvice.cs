namespace FreedomPaySandbox.Testing;

/// <summary>Why a callback did not arrive, and what to do about it.</summary>
/// <param name="Id">Such as <c>refused</c>, <c>redirected</c> or <c>localhost-in-container</c>.</param>
/// <param name="Reason">What happened.</param>
/// <param name="NextStep">What to do.</param>
public sealed record DeliveryAdvice(string Id, string Reason, string NextStep);
