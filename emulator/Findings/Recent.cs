using System.Diagnostics.CodeAnalysis;

namespace FreedomPaySandbox.Emulator.Findings;

/// <summary>Remembers the last few things by their keys; the oldest go first.</summary>
internal sealed class Recent<TKey, TValue>(int most)
    where TKey : notnull
{
    private readonly Dictionary<TKey, TValue> _values = [];
    private readonly Queue<TKey> _order = new();

    public IEnumerable<TValue> Values => _values.Values;

    public bool Find(TKey key, [MaybeNullWhen(false)] out TValue value) => _values.TryGetValue(key, out value);

    public void Put(TKey key, TValue value)
    {
        if (!_values.ContainsKey(key))
        {
            _order.Enqueue(key);
            while (_order.Count > most)
                _values.Remove(_order.Dequeue());
        }

        _values[key] = value;
    }

    /// <summary>Forgets it. Its place in the order stays, so that few are remembered for a while.</summary>
    public void Forget(TKey key) => _values.Remove(key);
}
