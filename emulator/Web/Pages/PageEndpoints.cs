namespace FreedomPaySandbox.Emulator.Web.Pages;

/// <summary>Where recipients are sent to.</summary>
internal static class PageEndpoints
{
    private const string Path = "/pages/{name}";

    public static void MapPages(this IEndpointRouteBuilder app)
    {
        var visit = app.ServiceProvider.GetRequiredService<PageVisit>();
        app.MapMethods(Path, [HttpMethods.Get, HttpMethods.Head], context => AnswerAsync(context, visit.ShowAsync));
        app.MapPost(Path, context => AnswerAsync(context, visit.TakeAsync));
    }

    private static async Task AnswerAsync(HttpContext context, Func<HttpContext, string, Task<IResult>> answer) =>
        await (await answer(context, (string)context.Request.RouteValues["name"]!)).ExecuteAsync(context);
}
