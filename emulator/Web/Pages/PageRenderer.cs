using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Rendering;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace FreedomPaySandbox.Emulator.Web.Pages;

/// <summary>Writes the recipient's pages: the form for a card, and the notices where there is no form.</summary>
internal static class PageRenderer
{
    public static async Task<PageAnswer> CardFormAsync(CardFormView view, PageLanguage language)
    {
        var status = view.HasError ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK;
        return new PageAnswer(status, await RenderAsync<CardForm, CardFormView>(view, language), view.Framed);
    }

    /// <summary>Framed, when the page it stands in for may be shown inside of another site's.</summary>
    public static async Task<PageAnswer> NoticeAsync(NoticeKind kind, PageLanguage language, bool framed = false) =>
        new(GetStatus(kind), await RenderAsync<Notice, NoticeKind>(kind, language), framed);

    private static int GetStatus(NoticeKind kind) => kind switch
    {
        NoticeKind.UsedLink or NoticeKind.ExpiredLink => StatusCodes.Status410Gone,
        NoticeKind.UnknownLink => StatusCodes.Status404NotFound,
        NoticeKind.ForgedPost => StatusCodes.Status403Forbidden,
        NoticeKind.UnreadableForm => StatusCodes.Status400BadRequest,
        NoticeKind.NothingToDo => StatusCodes.Status200OK,
        NoticeKind.StoreUnavailable => StatusCodes.Status503ServiceUnavailable,
        NoticeKind.Fault => StatusCodes.Status500InternalServerError,
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, message: null),
    };

    // A renderer keeps what it rendered until it is disposed of, and works on one page at a time: hence one for each page.
    private static async Task<string> RenderAsync<TComponent, TView>(TView view, PageLanguage language)
        where TComponent : IComponent
    {
        await using var renderer = new HtmlRenderer(NoServices.Instance, NullLoggerFactory.Instance);
        return await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<CascadingValue<PageLanguage>>(ParameterView.FromDictionary(Given(language, outer =>
            {
                outer.OpenComponent<CascadingValue<TView>>(0);
                outer.AddMultipleAttributes(1, Given(view, Component<TComponent>)!);
                outer.CloseComponent();
            })));
            return page.ToHtmlString();
        });
    }

    private static void Component<TComponent>(RenderTreeBuilder inner)
        where TComponent : IComponent
    {
        inner.OpenComponent<TComponent>(0);
        inner.CloseComponent();
    }

    // Razor makes public components; only cascading parameters let them take what is internal.
    private static Dictionary<string, object?> Given<TValue>(TValue value, RenderFragment content) => new(StringComparer.Ordinal)
    {
        [nameof(CascadingValue<>.Value)] = value,
        [nameof(CascadingValue<>.IsFixed)] = true,
        [nameof(CascadingValue<>.ChildContent)] = content,
    };
}

/// <summary>What the pages' components may ask for: nothing.</summary>
internal sealed class NoServices : IServiceProvider
{
    public static NoServices Instance { get; } = new();

    public object? GetService(Type serviceType) => null;
}

/// <summary>The one stylesheet of the pages, and the hash by which the browser is told to apply it and no other.</summary>
internal static class PageStyle
{
    public static string Css { get; } = Read();

    public static string Source { get; } = $"'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(Css)))}'";

    // The browser hashes what it parsed, with line ends as in HTML: a checkout with others must not break the hash.
    private static string Read()
    {
        using var reader = new StreamReader(typeof(PageStyle).Assembly.GetManifestResourceStream("pages/page.css")!);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
