using FreedomPaySandbox.Emulator.Web.Pages;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.Logging.Abstractions;

namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>Writes the dashboard's pages from what they show.</summary>
internal static class DashboardRenderer
{
    /// <summary>A screen; it finds its visit and its view among what is cascaded, which may be internal where parameters may not.</summary>
    public static async Task<DashboardPage> RenderAsync<TScreen, TView>(Visit visit, TView view, int status = StatusCodes.Status200OK)
        where TScreen : IComponent
    {
        await using var renderer = new HtmlRenderer(NoServices.Instance, NullLoggerFactory.Instance);
        var html = await renderer.Dispatcher.InvokeAsync(async () =>
        {
            var page = await renderer.RenderComponentAsync<CascadingValue<Visit>>(ParameterView.FromDictionary(Given(visit, outer =>
            {
                outer.OpenComponent<CascadingValue<TView>>(0);
                outer.AddMultipleAttributes(1, Given(view, inner =>
                {
                    inner.OpenComponent<TScreen>(0);
                    inner.CloseComponent();
                })!);
                outer.CloseComponent();
            })));
            return page.ToHtmlString();
        });
        return new DashboardPage(status, html);
    }

    private static Dictionary<string, object?> Given<TValue>(TValue value, RenderFragment content) => new(StringComparer.Ordinal)
    {
        [nameof(CascadingValue<>.Value)] = value,
        [nameof(CascadingValue<>.IsFixed)] = true,
        [nameof(CascadingValue<>.ChildContent)] = content,
    };
}
