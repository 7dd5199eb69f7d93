using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace FreedomPaySandbox.Emulator.Findings;

/// <summary>Remembers the last few things by their keys; the oldest go first.</summary>
internal sealed class Recent<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _values = [];
    private readonly Queue<TKey> _order = new();

    public IEnumerable<TValue> Values => _values.Values;

    /// <summary>Remembers it in the place of what was there.</summary>
    /// <returns>Whether anything was.</returns>
    public bool Put(TKey key, TValue value, [MaybeNullWhen(false)] out TValue before)
    {
        ref var place = ref CollectionsMarshal.GetValueRefOrAddDefault(_values, key, out var wasThere);
        before = place;
        place = value;
        if (!wasThere)
        {
            _order.Enqueue(key);
            while (_order.Count > most)
                _values.Remove(_order.Dequeue());
        }

        return wasThere;
    }

    /// <summary>Forgets it. Its place in the order stays, so that few are remembered for a while.</summary>
    public void Forget(TKey key) => _values.Remove(key);
}
