namespace FreedomPaySandbox.Testing;

/// <summary>A card that is saved without a page, and whose it is.</summary>
internal sealed record CardToSave(string Pan, string UserId)
{
    /// <summary>Never with the number.</summary>
    public override string ToString() => $"a card of {UserId}";
}
