using System.Globalization;
using FreedomPaySandbox.Client;

namespace FreedomPaySandbox.LoadTests.Data;

/// <summary>
/// The orders of a run, each a pure function of its number and the seed. Their ids begin with the run's own name, because a gateway takes
/// each id once, and a run may be repeated.
/// </summary>
/// <param name="run">The name of the run, such as <c>load-261127063412</c>.</param>
/// <param name="recipients">Whom to pay.</param>
/// <param name="postLink">Where callbacks go.</param>
internal sealed class OrderSource(string run, Recipients recipients, string postLink)
{
    private long _taken;

    public string Run => run;

    public long Taken => Interlocked.Read(ref _taken);

    /// <summary>A number that nobody had before, from 0.</summary>
    public long NextNumber() => Interlocked.Increment(ref _taken) - 1;

    public CardPayout Order(long number, string card)
    {
        var (text, recipient) = (number.ToString(CultureInfo.InvariantCulture), recipients[number]);
        return new CardPayout
        {
            OrderId = $"{run}-{text}",
            Amount = recipient.Amount,
            Card = card,
            Description = $"{recipient.Purpose} {text}", // a payout of its own, not the same one paid twice
            PostLink = postLink,
            UserId = recipient.UserId,
            CardName = recipient.CardName,
            IdempotencyKey = $"{run}-{text}",
        };
    }
}
