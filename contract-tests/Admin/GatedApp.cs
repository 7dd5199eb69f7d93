using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Admin;
using FreedomPaySandbox.Emulator.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Admin;

/// <summary>A tiny application behind the gate, on a real socket.</summary>
internal sealed class GatedApp : IAsyncDisposable
{
    public const string Fault = "a fault nobody expected";

    private readonly WebApplication _app;
    private readonly HttpClient _client = new();

    private GatedApp(WebApplication app) => _app = app;

    public CapturedLog Log { get; } = new();

    public Uri Address => new(_app.Urls.Single());

    public static async Task<GatedApp> StartAsync(SandboxSettings? settings = null)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new WrongTokens(TimeProvider.System));
        var gated = new GatedApp(builder.Build());
        var app = gated._app;
        ((ILoggerFactory)app.Services.GetService(typeof(ILoggerFactory))!).AddProvider(gated.Log);
        app.UseAdminGate(settings ?? new SandboxSettings());
        app.UseRouting();
        RequestDelegate fine = context => context.Response.WriteAsync("fine");
        app.MapMethods("/__admin/thing", ["GET", "HEAD", "PUT", "OPTIONS"], fine);
        app.Map("/elsewhere", fine);
        RequestDelegate failing = _ => throw new InvalidOperationException(Fault);
        app.MapGet("/__admin/failing", failing);
        RequestDelegate bad = _ => throw new BadHttpRequestException("The number is none.");
        app.MapGet("/__admin/bad", bad);
        RequestDelegate conflict = context => AdminProblem.Conflict("There is a «thing» already.").ExecuteAsync(context);
        app.MapGet("/__admin/conflict", conflict);
        await app.StartAsync();
        return gated;
    }

    public async Task<(int Status, string Body, HttpResponseMessage Response)> SendAsync(string method, string path, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), new Uri(Address, path));
        foreach (var (name, value) in headers)
            request.Headers.TryAddWithoutValidation(name, value);
        var response = await _client.SendAsync(request);
        return ((int)response.StatusCode, await response.Content.ReadAsStringAsync(), response);
    }

    public async Task<int> StatusAsync(string method, string path, params (string Name, string Value)[] headers) =>
        (await SendAsync(method, path, headers)).Status;

    public async ValueTask DisposeAsync()
    {
        _client.Dispose();
        await _app.DisposeAsync();
    }
}
