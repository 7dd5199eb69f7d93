namespace FreedomPaySandbox.Testing;

/// <summary>The cards that recipients of a merchant saved to be paid to later.</summary>
public sealed class SandboxCards
{
    private readonly AdminScope _scope;

    internal SandboxCards(AdminScope scope) => _scope = scope;

    /// <summary>Saves one as if its holder had typed it on the page, without page and callback.</summary>
    /// <param name="pan">The number of a test card.</param>
    /// <param name="userId">Whose it is: the <c>pg_user_id</c> of payouts to it.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The token: the <c>pg_card_token_to</c> of payouts to it.</returns>
    /// <exception cref="SandboxException">It is no card number, or no user id.</exception>
    public async Task<string> SaveAsync(string pan, string userId, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(pan);
        ArgumentNullException.ThrowIfNull(userId);
        var card = AdminJson.Body(new CardToSave(pan, userId), AdminJson.Default.CardToSave);
        return (await _scope.SendAsync(HttpMethod.Post, "cards", card, AdminJson.Default.SavedCard, cancellation)).Token;
    }
}

/// <summary>A card that is saved without a page, and whose it is.</summary>
internal sealed record CardToSave(string Pan, string UserId)
{
    /// <summary>Never with the number.</summary>
    public override string ToString() => $"a card of {UserId}";
}

/// <summary>What a saved card is called from now on.</summary>
internal sealed record SavedCard(string Token);
