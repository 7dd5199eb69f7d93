using System.Data.Common;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Storage;

/// <summary>The statements on saved cards.</summary>
internal static class CardSql
{
    private const string Columns = "token, user_id, mask, hash, digits";

    private static readonly Statement s_find = new($"select {Columns} from cards where account = @account and token = @token");

    private static readonly Statement s_same = new(
        $"select {Columns} from cards where account = @account and user_id = @user and hash = @hash");

    private static readonly Statement s_last = new("select coalesce(max(number), 0) from cards where account = @account");

    private static readonly Statement s_insert = new(
        $"insert into cards (account, number, {Columns}) values (@account, @number, @token, @user, @mask, @hash, @digits)");

    public static async Task<SavedCard?> FindAsync(StoreSession session, long epoch, string token) =>
        (await session.QueryAsync(s_find, Read, epoch, token)).SingleOrDefault();

    /// <summary>Saves a card. The same card of the same person keeps its token.</summary>
    public static async Task<SavedCard> SaveAsync(StoreSession session, long epoch, Seed seed, string userId, MaskedRecipient trace, int digits)
    {
        if (await session.QueryAsync(s_same, Read, epoch, userId, trace.Hash) is [var same])
            return same;
        var number = (await session.QueryAsync(s_last, row => row.GetInt64(0), epoch)).Single() + 1;
        var card = new SavedCard(seed.CardToken(number), userId, trace, digits);
        await session.ExecuteAsync(s_insert, epoch, number, card.Token, userId, trace.Mask, trace.Hash, digits);
        return card;
    }

    private static SavedCard Read(DbDataReader row) =>
        new(row.GetString(0), row.GetString(1), new MaskedRecipient(row.GetString(2), row.GetString(3)), row.GetInt32(4));
}
