using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.LoadTests.Data;

/// <summary>Somebody who is paid: made up, but for the published test card that the money goes to.</summary>
internal sealed record Recipient(string UserId, string CardName, string Purpose, Amount Amount);
