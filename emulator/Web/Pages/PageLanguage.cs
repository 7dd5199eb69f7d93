using Microsoft.Net.Http.Headers;

namespace FreedomPaySandbox.Emulator.Web.Pages;

/// <summary>A language the recipient's pages are written in.</summary>
/// <param name="Code">As in <c>?lang=</c>, in the form's hidden field and in the page's <c>lang</c>.</param>
/// <param name="Name">What its speakers call it.</param>
/// <param name="Texts">All its words.</param>
internal sealed record PageLanguage(string Code, string Name, PageTexts Texts)
{
    public static PageLanguage Russian { get; } = new("ru", "Русский", new RussianTexts());

    public static PageLanguage English { get; } = new("en", "English", new EnglishTexts());

    public static IReadOnlyList<PageLanguage> All { get; } = [Russian, English];

    /// <summary>
    /// What the recipient chose comes first, then what its browser prefers, then Russian; what is unreadable is passed over.
    /// </summary>
    /// <param name="asked">The address's <c>lang</c>.</param>
    /// <param name="posted">The form's <c>lang</c>.</param>
    /// <param name="accepted">The header <c>Accept-Language</c>.</param>
    public static PageLanguage Choose(string? asked, string? posted, string? accepted) =>
        Wished(asked, posted, accepted) ?? Russian;

    /// <summary>The same without a last resort.</summary>
    public static PageLanguage? Wished(string? asked, string? kept, string? accepted) =>
        Find(asked) ?? Find(kept) ?? Preferred(accepted);

    public static PageLanguage? Find(string? code) =>
        All.FirstOrDefault(language => string.Equals(language.Code, code, StringComparison.OrdinalIgnoreCase));

    private static PageLanguage? Preferred(string? accepted)
    {
        if (!StringWithQualityHeaderValue.TryParseList([accepted ?? ""], out var values))
            return null;

        return values.Where(value => value.Quality is not 0)
            .OrderByDescending(value => value.Quality ?? 1)
            .Select(value => Find(value.Value.Value!.Split('-')[0]))
            .FirstOrDefault(language => language is not null);
    }

    public override string ToString() => Code;
}
