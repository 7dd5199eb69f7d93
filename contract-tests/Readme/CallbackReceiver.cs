using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;

namespace FreedomPaySandbox.ContractTests.Readme;

/// <summary>A merchant's service that waits for one callback.</summary>
internal sealed class CallbackReceiver(WebApplication app, Task<string> callback) : IAsyncDisposable
{
    private static readonly TimeSpan s_patience = TimeSpan.FromSeconds(30);

    public string PostLink => app.Urls.First() + "/post";

    public static async Task<CallbackReceiver> StartAsync()
    {
        var received = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var app = builder.Build();
        app.MapPost("/post", async context =>
        {
            var form = await context.Request.ReadFormAsync();
            received.TrySetResult(string.Join('\n', form.Select(field => $"{field.Key}={field.Value}")));
        });
        await app.StartAsync();
        return new CallbackReceiver(app, received.Task);
    }

    /// <summary>The callback, one field a line.</summary>
    public Task<string> CallbackAsync() => callback.WaitAsync(s_patience);

    public async ValueTask DisposeAsync()
    {
        await app.StopAsync();
        await app.DisposeAsync();
    }
}
