using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>An attempt to be kept, and what becomes of its callback.</summary>
/// <param name="Key">Which callback.</param>
/// <param name="Attempt">What happened.</param>
/// <param name="State">Where the callback is now.</param>
/// <param name="NextDue">When it is due again, if it is still owed.</param>
internal sealed record AttemptRecord(CallbackKey Key, Attempt Attempt, CallbackState State, DateTimeOffset NextDue)
{
    /// <returns>Whether it was kept: not when the account was closed after the claim.</returns>
    public async ValueTask<bool> ApplyAsync(StoreTransaction transaction)
    {
        var session = transaction.Session;
        var number = await session.ScalarAsync(
            CallbackSql.Record,
            NextDue.ToUnixTimeMilliseconds(),
            (int)State,
            Key.Account,
            Key.PaymentId,
            Key.Number);
        if (number is null)
            return false;

        await session.PostAsync(
            CallbackSql.InsertAttempt,
            Key.Account,
            Key.PaymentId,
            Key.Number,
            number,
            Attempt.At.ToUnixTimeMilliseconds(),
            Attempt.Address,
            Attempt.Sent,
            Attempt.Status,
            Attempt.Location,
            (int)Attempt.Fault,
            Attempt.FaultText,
            (long)Attempt.Duration.TotalMilliseconds,
            Attempt.Answer,
            (int)Attempt.AnswerSignature);
        return true;
    }
}
