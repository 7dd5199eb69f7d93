namespace FreedomPaySandbox.Client;

/// <summary>
/// The gateway knows no such payout (E-6); where order id and payment id were asked for, none that has both. This answer carries no
/// signature, so it is worth what the connection is worth: use https.
/// </summary>
public sealed record PayoutNotFound : PayoutStatus;
