namespace FreedomPaySandbox.ContractTests;

internal static class SequenceAssertions
{
    /// <summary>
    /// Fails when there is nothing to look at, because an assertion about every element of an empty sequence always passes.
    /// </summary>
    public static IReadOnlyList<T> AssertNotEmpty<T>(this IEnumerable<T> items)
    {
        IReadOnlyList<T> all = [.. items];
        Assert.NotEmpty(all);
        return all;
    }
}
