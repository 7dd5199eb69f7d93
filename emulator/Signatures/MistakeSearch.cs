using System.Buffers;
using System.Text;

namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>
/// Looks for the mistakes that give the received digest: none, one, then two at once, the more common first. It stops when it has hashed
/// as much as <see cref="Budget"/> allows, so that no message makes it work for long.
/// </summary>
internal sealed class MistakeSearch(SignatureRecipe right, ReceivedDigest received)
{
    /// <summary>The most bytes to hash; each text counts a little more than it is long, for what surrounds the hashing.</summary>
    public const long Budget = 12 << 20;

    private const int CostOfText = 256;

    private readonly List<TextPart> _parts = new(64);
    private readonly ArrayBufferWriter<byte> _text = new(1024);
    private readonly byte[] _digest = new byte[Hashing.MaxLength];
    private long _spent;

    /// <summary>The mistakes, in the order in which they happen; empty when the digest is right, <see langword="null"/> when nothing gives it.</summary>
    public IReadOnlyList<Mistake>? Find(IEnumerable<Mistake> known)
    {
        if (Gives(right))
            return [];

        var (found, telling) = FindOne([.. known.OrderBy(static mistake => mistake.Commonness)]);
        return found is not null ? [found] : FindTwo(telling);
    }

    // A mistake that changes nothing here, or only what another did, is not worth a partner.
    private (Mistake? Found, List<Change> Telling) FindOne(List<Mistake> known)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { Hash(right) };
        var telling = new List<Change>();
        foreach (var mistake in known)
        {
            if (IsSpent)
                break;
            var recipe = mistake.Change(right);
            if (!seen.Add(Hash(recipe)))
                continue;
            if (IsReceived(recipe))
                return (mistake, telling);
            telling.Add(new Change(mistake, recipe));
        }

        return (null, telling);
    }

    private Mistake[]? FindTwo(List<Change> changes)
    {
        for (var rarity = 0; rarity <= 2 * (int)Commonness.Rare; rarity++)
        {
            for (var i = 0; i < changes.Count; i++)
            {
                for (var j = i + 1; j < changes.Count; j++)
                {
                    var (one, other) = (changes[i].Mistake, changes[j].Mistake);
                    if ((int)one.Commonness + (int)other.Commonness != rarity || (one.Aspect & other.Aspect) != Aspect.None)
                        continue;
                    if (IsSpent)
                        return null;
                    var (first, second) = one.Aspect < other.Aspect ? (changes[i], other) : (changes[j], one);
                    if (Gives(second.Change(first.Recipe)))
                        return [first.Mistake, second];
                }
            }
        }

        return null;
    }

    private bool IsSpent => _spent >= Budget;

    private bool Gives(SignatureRecipe recipe)
    {
        if (Hashing.LengthOf(recipe.Digest) != received.Length)
            return false;
        Digest(recipe);
        return IsReceived(recipe);
    }

    // Of the digest that was just computed.
    private bool IsReceived(SignatureRecipe recipe)
    {
        var length = Hashing.LengthOf(recipe.Digest);
        return length == received.Length && received.Is(_digest.AsSpan(0, length));
    }

    private string Hash(SignatureRecipe recipe)
    {
        Digest(recipe);
        return Convert.ToHexString(_digest.AsSpan(0, Hashing.LengthOf(recipe.Digest)));
    }

    private void Digest(SignatureRecipe recipe)
    {
        SignedText.Compose(recipe, recipe.Order, _parts);
        _text.ResetWrittenCount();
        foreach (var part in _parts)
            recipe.Charset.GetBytes(part.Text, _text);
        _spent += _text.WrittenCount + CostOfText;
        Hashing.Hash(recipe.Digest, _text.WrittenSpan, Encoding.UTF8.GetBytes(recipe.Secret), _digest);
    }

    private readonly record struct Change(Mistake Mistake, SignatureRecipe Recipe);
}
