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

    private readonly List<Change> _changes = [];
    private readonly Dictionary<string, MistakeKind> _seen = new(StringComparer.Ordinal);
    private readonly List<TextPart> _parts = new(64);
    private byte[] _text = new byte[1024];
    private readonly byte[] _digest = new byte[Hashing.MaxLength];
    private string _rightDigest = "";
    private long _spent;

    /// <summary>
    /// The mistakes, in the order in which they happen; empty when the digest is right, <see langword="null"/> when nothing gives it.
    /// </summary>
    public IReadOnlyList<Mistake>? Find(IEnumerable<Mistake> known)
    {
        if (Gives(right))
            return [];
        Digest(right);
        _rightDigest = Convert.ToHexString(_digest.AsSpan(0, Hashing.GetLength(right.Digest)));

        var alone = known.ToLookup(static mistake => mistake.Commonness);
        return One(alone[Frequency.Common]) ?? One(alone[Frequency.Occasional])
            ?? Two(rarity: 0) ?? Two(rarity: 1)
            ?? One(alone[Frequency.Rare])
            ?? Two(rarity: 2) ?? Two(rarity: 3) ?? Two(rarity: 4);
    }

    private Mistake[]? One(IEnumerable<Mistake> mistakes)
    {
        foreach (var mistake in mistakes)
        {
            if (IsSpent)
                break;
            var recipe = mistake.Change(right);
            Digest(recipe);
            if (IsReceived(recipe))
                return [mistake];
            if (IsTelling(mistake, Convert.ToHexString(_digest.AsSpan(0, Hashing.GetLength(recipe.Digest)))))
                _changes.Add(new Change(mistake, recipe));
        }

        return null;
    }

    // Rarity is that of both together.
    private Mistake[]? Two(int rarity)
    {
        for (var i = 0; i < _changes.Count; i++)
        {
            for (var j = i + 1; j < _changes.Count; j++)
            {
                var (one, other) = (_changes[i].Mistake, _changes[j].Mistake);
                if ((int)one.Commonness + (int)other.Commonness != rarity || (one.Aspect & other.Aspect) != MistakeKind.None)
                    continue;
                if (IsSpent)
                    return null;
                var (first, second) = one.Aspect < other.Aspect ? (_changes[i], other) : (_changes[j], one);
                if (Gives(second.Change(first.Recipe)))
                    return [first.Mistake, second];
            }
        }

        return null;
    }

    // A mistake that changes nothing here, or only what another of its kind did, is not worth a partner.
    private bool IsTelling(Mistake mistake, string digest)
    {
        var seen = _seen.GetValueOrDefault(digest);
        _seen[digest] = seen | mistake.Aspect;
        return (seen & mistake.Aspect) == MistakeKind.None && !string.Equals(digest, _rightDigest, StringComparison.Ordinal);
    }

    private bool IsSpent => _spent >= Budget;

    private bool Gives(SignatureRecipe recipe)
    {
        if (Hashing.GetLength(recipe.Digest) != received.Length)
            return false;
        Digest(recipe);
        return IsReceived(recipe);
    }

    // Of the digest that was just computed.
    private bool IsReceived(SignatureRecipe recipe)
    {
        var length = Hashing.GetLength(recipe.Digest);
        return length == received.Length && received.Is(_digest.AsSpan(0, length));
    }

    private void Digest(SignatureRecipe recipe)
    {
        SignedText.Compose(recipe, recipe.Order, _parts);
        var length = 0;
        foreach (var part in _parts)
        {
            var most = length + recipe.Charset.GetMaxByteCount(part.Text.Length);
            if (most > _text.Length)
                Array.Resize(ref _text, most * 2);
            length += recipe.Charset.GetBytes(part.Text, _text.AsSpan(length));
        }

        _spent += length + CostOfText;
        Hashing.Hash(recipe.Digest, _text.AsSpan(0, length), recipe.Key, _digest);
    }

    private readonly record struct Change(Mistake Mistake, SignatureRecipe Recipe);
}
