namespace FreedomPaySandbox.ContractTests.Fuzzing;

/// <summary>Chance that repeats itself: SplitMix64. One seed and number give one case, whichever came before.</summary>
internal sealed class Dice(ulong seed, ulong number)
{
    private ulong _state = seed * 0x9E37_79B9_7F4A_7C15 + number * 0xD1B5_4A32_D192_ED03;

    /// <summary>A number from 0 up to, and without, the given one.</summary>
    public int Below(int bound) => bound <= 1 ? 0 : (int)(Next() % (ulong)bound);

    public bool OneIn(int chances) => Below(chances) == 0;

    public T Pick<T>(IReadOnlyList<T> choices) => choices[Below(choices.Count)];

    public byte Byte() => (byte)Next();

    private ulong Next()
    {
        _state += 0x9E37_79B9_7F4A_7C15;
        var mixed = (_state ^ (_state >> 30)) * 0xBF58_476D_1CE4_E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D0_49BB_1331_11EB;
        return mixed ^ (mixed >> 31);
    }
}
