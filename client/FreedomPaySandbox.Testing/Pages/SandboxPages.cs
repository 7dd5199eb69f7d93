using System.Globalization;

namespace FreedomPaySandbox.Testing;

/// <summary>The pages on which recipients of a merchant type their cards, visited as by a browser.</summary>
public sealed class SandboxPages
{
    private readonly AdminScope _scope;

    internal SandboxPages(AdminScope scope) => _scope = scope;

    /// <summary>Opens a page, types a card and sends the form. A redirect is told and not followed.</summary>
    /// <param name="redirectUrl">The page's address: <c>pg_redirect_url</c>.</param>
    /// <param name="cardNumber">The number of a test card, or what else a recipient may type.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>What the browser showed in the end, or where it would go.</returns>
    /// <exception cref="SandboxException">Nobody answers there, or something that is no page of the sandbox.</exception>
    public async Task<PageOutcome> FillAsync(Uri redirectUrl, string cardNumber, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(redirectUrl);
        ArgumentNullException.ThrowIfNull(cardNumber);
        using var visit = new PageVisit(redirectUrl);
        try
        {
            var (status, page) = await visit.OpenAsync(cancellation);
            if (status >= 400)
                return new PageNotice(status, page.Notice);
            return status == 200 && page.HasForm
                ? await FillAsync(visit, page, cardNumber, cancellation)
                : throw NoPage(redirectUrl, status);
        }
        catch (SandboxException fault)
        {
            throw fault.With(await JournalExcerpt.OfAsync(_scope));
        }
    }

    private static async Task<PageOutcome> FillAsync(PageVisit visit, PageText page, string card, CancellationToken cancellation)
    {
        var (status, leadsTo, shown) = await visit.SendAsync([.. page.Hidden, new("card", card)], cancellation);
        if (leadsTo is not null)
            return new PageRedirected(leadsTo);
        if (shown.CardError is { Length: > 0 } error)
            return new PageRejectedCard(error);
        return status >= 400 ? new PageNotice(status, shown.Notice) : throw NoPage(visit.Address, status);
    }

    private static SandboxException NoPage(Uri address, int status) =>
        SandboxException.NoPage(address, string.Create(CultureInfo.InvariantCulture, $"HTTP {status} without the form of a page"));
}
