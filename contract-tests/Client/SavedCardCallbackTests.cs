using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Sandboxes;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>The endpoint for the callbacks of saved cards that a merchant maps.</summary>
public sealed class SavedCardCallbackTests : IAsyncDisposable
{
    private readonly List<SavedCardCallback> _stored = [];
    private readonly CapturedLog _log = new();
    private readonly HttpClient _http = new();
    private readonly WebApplication _app;
    private Exception? _fault;

    public SavedCardCallbackTests()
    {
        _app = NewApp(Gateway.ReceiveSecret);
        _app.MapSavedCardCallback("/saved", StoreAsync);
        _app.MapSavedCardCallback("/proxied", StoreAsync, new Uri("https://merchant.example/hooks/saved"));
        _app.MapSavedCardCallback("/scoped/saved", (services, callback, cancellation) =>
        {
            Assert.NotSame(_app.Services, services);
            return StoreAsync(callback, cancellation);
        });
        _app.MapPayoutCallback("/post", (_, _, _) => Task.CompletedTask);
    }

    [Theory]
    [InlineData("/saved")]
    [InlineData("/proxied")]
    [InlineData("/scoped/saved")]
    public async Task A_saved_card_is_handed_over_and_answered_under_the_receive_secret(string path)
    {
        var reply = await SendAsync(SentCallback.SavedCard, path);
        Assert.Equal((200, "application/xml", "ok"), (reply.Status, reply.ContentType, reply["pg_status"]));
        Assert.True(reply.IsSignedWith(Gateway.ReceiveSecret, "saved"));
        Assert.Equal((Gateway.Token, "user-1"), (Assert.Single(_stored).CardToken, _stored[0].UserId));
    }

    [Fact]
    public async Task What_cannot_be_believed_is_answered_with_what_to_check_and_logged()
    {
        var reply = await SendAsync(SentCallback.SavedCard with { Secret = Gateway.Secret });
        Assert.Equal((400, "text/plain"), (reply.Status, reply.ContentType));
        Assert.Contains("signed with the payout secret", reply.Text, StringComparison.Ordinal);
        Assert.Contains(_log.Entries, entry => entry.StartsWith("Warning: A saved-card callback was refused, WrongSignature", StringComparison.Ordinal));
        Assert.All(_log.Entries.Append(reply.Text), text => Assert.DoesNotContain(Gateway.ReceiveSecret, text, StringComparison.Ordinal));
        Assert.Empty(_stored);
    }

    [Fact]
    public async Task When_it_was_not_stored_it_comes_again()
    {
        _fault = new InvalidOperationException("The database is down.");
        var refused = await SendAsync(SentCallback.SavedCard);
        Assert.Equal(500, refused.Status);
        Assert.DoesNotContain("database", refused.Text, StringComparison.Ordinal);
        _fault = null;
        Assert.Equal(200, (await SendAsync(SentCallback.SavedCard.With("pg_salt", "another"))).Status);
        Assert.Single(_stored);
    }

    [Fact]
    public async Task Callbacks_of_payouts_are_answered_under_the_payout_secret_beside_it()
    {
        var reply = await SendAsync(SentCallback.Ok, "/post");
        Assert.Equal(200, reply.Status);
        Assert.True(reply.IsSignedWith(Gateway.Secret, "post"));
    }

    [Fact]
    public async Task Without_client_or_receive_secret_it_is_said_what_is_missing()
    {
        await using var without = WebApplication.CreateSlimBuilder().Build();
        var fault = Assert.Throws<InvalidOperationException>(() => without.MapSavedCardCallback("/saved", StoreAsync));
        Assert.Contains("AddFreedomPayPayouts", fault.Message, StringComparison.Ordinal);

        await using var half = NewApp(receiveSecret: null);
        fault = Assert.Throws<InvalidOperationException>(() => half.MapSavedCardCallback("/saved", StoreAsync));
        Assert.Contains("ReceiveSecret", fault.Message, StringComparison.Ordinal);
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        await _app.DisposeAsync();
    }

    private Task StoreAsync(SavedCardCallback callback, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_fault is not null)
            return Task.FromException(_fault);
        _stored.Add(callback);
        return Task.CompletedTask;
    }

    private async Task<Reply> SendAsync(SentCallback callback, string path = "/saved")
    {
        if (_app.Urls.Single().EndsWith(":0", StringComparison.Ordinal))
            await _app.StartAsync();
        using var request = (callback with { Url = _app.Urls.Single() + path }).Request();
        using var response = await _http.SendAsync(request);
        return new Reply((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType, await response.Content.ReadAsByteArrayAsync());
    }

    private WebApplication NewApp(string? receiveSecret)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders().AddProvider(_log);
        builder.Services.AddFreedomPayPayouts(options =>
        {
            (options.BaseAddress, options.MerchantId, options.PayoutSecret) = (new Uri("http://sandbox"), 9970, Gateway.Secret);
            options.ReceiveSecret = receiveSecret;
        });
        var app = builder.Build();
        app.Urls.Add("http://127.0.0.1:0");
        return app;
    }
}
