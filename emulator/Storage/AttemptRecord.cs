using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>An attempt to be kept, and what becomes of its callback.</summary>
/// <param name="Key">Which callback.</param>
/// <param name="Attempt">What happened.</param>
/// <param name="State">Where the callback is now.</param>
/// <param name="NextDue">When it is due again, if it is still owed.</param>
internal sealed record AttemptRecord(CallbackKey Key, Attempt Attempt, CallbackState State, DateTimeOffset NextDue)
{
    public async Task<int> ApplyAsync(StoreTransaction transaction)
    {
        var session = transaction.Session;
        var numbers = await session.QueryAsync(
            CallbackSql.Record,
            row => row.GetInt32(0),
            NextDue.ToUnixTimeMilliseconds(),
            (int)State,
            Key.MerchantId,
            Key.PaymentId,
            Key.Number);
        return await session.ExecuteAsync(
            CallbackSql.InsertAttempt,
            Key.MerchantId,
            Key.PaymentId,
            Key.Number,
            numbers.Single(),
            Attempt.At.ToUnixTimeMilliseconds(),
            Attempt.Address,
            Attempt.Status,
            (int)Attempt.Fault,
            Attempt.FaultText,
            (long)Attempt.Duration.TotalMilliseconds,
            Attempt.Answer,
            (int)Attempt.AnswerSignature);
    }
}
