using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>An attempt to be kept, and what becomes of its callback.</summary>
/// <param name="Key">Which callback.</param>
/// <param name="Attempt">What happened.</param>
/// <param name="State">Where the callback is now.</param>
/// <param name="NextDue">When it is due again, if it is still pending.</param>
internal sealed record AttemptRecord(CallbackKey Key, Attempt Attempt, CallbackState State, DateTimeOffset NextDue)
{
    /// <returns>Whether it was kept: not when the epoch was closed after the claim.</returns>
    public async ValueTask<bool> ApplyAsync(StoreTransaction transaction)
    {
        var number = await transaction.Session.ScalarAsync(
            CallbackSql.Record, NextDue.ToUnixTimeMilliseconds(), (int)State, Key.Epoch, Key.PaymentId, Key.Number);
        return await KeepAsync(transaction.Session, number);
    }

    /// <inheritdoc cref="ApplyAsync"/>
    public static async Task<IReadOnlyList<bool>> ApplyAllAsync(StoreTransaction transaction, IReadOnlyList<AttemptRecord> records)
    {
        var numbers = await transaction.Session.QueryEachAsync(
            CallbackSql.Record,
            row => (long?)row.GetInt32(0),
            [.. records.Select(record => (object?[])
                [record.NextDue.ToUnixTimeMilliseconds(), (int)record.State, record.Key.Epoch, record.Key.PaymentId, record.Key.Number])]);
        var kept = new bool[records.Count];
        for (var i = 0; i < kept.Length; i++)
        {
            kept[i] = await records[i].KeepAsync(transaction.Session, numbers[i].SingleOrDefault());
            if (kept[i])
                transaction.Tell(StoreChange.OfAccount(records[i].Key.Epoch));
        }

        return kept;
    }

    private async ValueTask<bool> KeepAsync(StoreSession session, long? number)
    {
        if (number is null)
            return false;

        await session.PostAsync(
            CallbackSql.InsertAttempt,
            Key.Epoch,
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
