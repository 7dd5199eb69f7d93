using System.Net;
using System.Net.Http.Headers;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.Client.AspNetCore;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Protocol;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>The endpoint that a merchant maps, called by the sandbox and by hand.</summary>
public sealed class PayoutCallbackTests
{
    [Fact]
    [Proves("N-2", "N-4", "N-6", "S-10")]
    public async Task The_sandboxs_callback_is_handed_over_and_answered_under_a_right_signature()
    {
        await using var service = await CallbackService.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync();

        var payment = await sandbox.PayAsync("ORD12345", service.Link);
        var (callback, isRepeat) = await service.HandledAsync();
        var attempt = await sandbox.AttemptAsync();

        Assert.Equal((payment, "ORD12345", CallbackStatus.Ok, false), (callback.PaymentId, callback.OrderId, callback.Status, isRepeat));
        Assert.Equal((Amount.FromUnits(1000), Amount.FromUnits(1000), Amount.FromUnits(999_999_000)), (callback.Amount, callback.ToPay, callback.Balance));
        Assert.Equal("467159-XX-XXXX-8252", callback.CardMask);
        Assert.Equal(new DateTime(2026, 1, 15, 15, 0, 0, DateTimeKind.Unspecified), callback.Date);
        Assert.Equal(AnswerSignature.Right, attempt.AnswerSignature);
    }

    [Fact]
    [Proves("N-8")]
    public async Task The_sandboxs_callback_of_a_failed_payout_is_handed_over_with_its_error()
    {
        await using var service = await CallbackService.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync();
        await sandbox.PayAsync(new PayoutCall("ORD12345", service.Link) { Card = PayoutCall.Failure });
        var (callback, _) = await service.HandledAsync();
        Assert.Equal(
            (CallbackStatus.Error, 10001, GatewayError.Get(10001).Description),
            (callback.Status, callback.ErrorCode, callback.ErrorDescription));
    }

    [Theory]
    [InlineData("duplicate", false, true)]
    [InlineData("concurrent", false, true)]
    [InlineData("stale-salt", false, true)]
    [InlineData("error-after-ok", false, false)]
    public async Task Of_two_callbacks_the_second_is_a_repeat_when_it_says_the_same(string plan, params bool[] repeats)
    {
        await using var service = await CallbackService.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync();
        RuleAll(sandbox, plan);

        await sandbox.PayAsync("ORD12345", service.Link);
        var first = await service.HandledAsync();
        await sandbox.AttemptAsync();
        await sandbox.AdvanceAsync(TimeSpan.FromSeconds(2));
        var second = await service.HandledAsync();

        bool[] told = [first.IsRepeat, second.IsRepeat];
        Assert.Equal(repeats, told);
    }

    [Theory]
    [InlineData("tampered-amount")]
    [InlineData("wrong-signature")]
    public async Task A_forged_callback_is_refused_and_the_true_one_taken(string plan)
    {
        await using var service = await CallbackService.StartAsync();
        await using var sandbox = await CallbackSandbox.StartAsync();
        RuleAll(sandbox, plan);

        await sandbox.PayAsync("ORD12345", service.Link);
        Assert.Equal(400, (await sandbox.AttemptAsync()).Status);
        await sandbox.AdvanceAsync(TimeSpan.FromSeconds(2));

        Assert.Equal(Amount.FromUnits(1000), (await service.HandledAsync()).Callback.Amount);
        Assert.True(service.IsQuiet);
    }

    [Fact]
    [Proves("N-6")]
    public async Task The_answer_is_a_signed_response()
    {
        await using var service = await CallbackService.StartAsync();
        var reply = await service.SendAsync(SentCallback.Ok);
        Assert.Equal((200, "application/xml", "ok"), (reply.Status, reply.ContentType, reply["pg_status"]));
        Assert.True(reply.IsSignedWith(Gateway.Secret, "post"));
    }

    [Fact]
    public async Task It_is_answered_only_after_it_was_stored()
    {
        var stored = new TaskCompletionSource();
        var storing = new TaskCompletionSource();
        await using var service = await CallbackService.StartAsync((_, _, cancellation) =>
        {
            storing.SetResult();
            return stored.Task.WaitAsync(cancellation);
        });

        var answer = service.SendAsync(SentCallback.Ok);
        await storing.Task.WaitAsync(Patience.Limit);
        Assert.False(answer.IsCompleted);
        stored.SetResult();
        Assert.Equal(200, (await answer).Status);
    }

    [Fact]
    public async Task When_it_was_not_stored_it_comes_again_and_is_no_repeat()
    {
        var failures = 1;
        await using var service = await CallbackService.StartAsync((_, _, _) =>
            failures-- > 0 ? throw new InvalidOperationException("The database is down.") : Task.CompletedTask);

        var refused = await service.SendAsync(SentCallback.Ok);
        Assert.Equal(500, refused.Status);
        Assert.DoesNotContain("database", refused.Text, StringComparison.Ordinal);
        Assert.Contains(service.Log.Entries, entry => entry.Contains("The database is down.", StringComparison.Ordinal));

        Assert.Equal(200, (await service.SendAsync(SentCallback.Ok.With("pg_salt", "another"))).Status);
        Assert.False((await service.HandledAsync()).IsRepeat);
    }

    [Fact]
    public async Task A_twin_waits_until_the_first_is_stored()
    {
        var stored = new TaskCompletionSource();
        var underWay = 0;
        var most = 0;
        await using var service = await CallbackService.StartAsync(async (_, _, cancellation) =>
        {
            most = Math.Max(most, Interlocked.Increment(ref underWay));
            await stored.Task.WaitAsync(cancellation);
            Interlocked.Decrement(ref underWay);
        });

        Task<Sandboxes.Reply>[] twins = [service.SendAsync(SentCallback.Ok), service.SendAsync(SentCallback.Ok.With("pg_salt", "another"))];
        stored.SetResult();
        await Task.WhenAll(twins);

        Assert.Equal(1, most);
        bool[] repeats = [(await service.HandledAsync()).IsRepeat, (await service.HandledAsync()).IsRepeat];
        Assert.Equal([false, true], repeats);
    }

    [Fact]
    public async Task What_cannot_be_believed_is_answered_with_what_to_check_and_logged()
    {
        await using var service = await CallbackService.StartAsync();
        var reply = await service.SendAsync(SentCallback.Ok with { Secret = "guessed" });
        Assert.Equal((400, "text/plain"), (reply.Status, reply.ContentType));
        Assert.Contains("'post'", reply.Text, StringComparison.Ordinal);
        Assert.Contains(service.Log.Entries, entry => entry.StartsWith("Warning: A payout callback was refused, WrongSignature", StringComparison.Ordinal));
        Assert.All(service.Log.Entries.Append(reply.Text), text => Assert.DoesNotContain(Gateway.Secret, text, StringComparison.Ordinal));
        Assert.True(service.IsQuiet);
    }

    [Theory]
    [InlineData(64 * 1024 + 1)]
    [InlineData(10_000_000)]
    public async Task A_long_body_is_refused(int length)
    {
        await using var service = await CallbackService.StartAsync();
        using var request = new HttpRequestMessage(HttpMethod.Post, service.Link)
        {
            Content = new ByteArrayContent(new byte[length]) { Headers = { ContentType = MediaTypeHeaderValue.Parse(SentCallback.Form) } },
        };
        request.Headers.ExpectContinue = true;
        var reply = await service.SendAsync(request);
        Assert.Equal(400, reply.Status);
        Assert.Contains("65536", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    [Proves("S-10", "S-12")]
    public async Task The_address_is_the_one_that_was_called_with_its_escapes()
    {
        await using var service = await CallbackService.StartAsync();
        var link = service.Link.Replace("/post", "/%D0%BA?token=1", StringComparison.Ordinal);
        Assert.Equal(200, (await service.SendAsync(SentCallback.Ok with { Url = link, Script = "%D0%BA" })).Status);
    }

    [Fact]
    [Proves("S-10")]
    public async Task Behind_a_proxy_the_public_address_is_the_one_that_is_signed()
    {
        await using var service = await CallbackService.StartAsync(configure: options => options.PublicUrl = new Uri("https://merchant.example/hooks/колбэк"));
        var reply = await service.SendAsync(SentCallback.Ok with { Script = "колбэк" });
        Assert.Equal(200, reply.Status);
        Assert.True(reply.IsSignedWith(Gateway.Secret, "колбэк"));
        Assert.Equal(400, (await service.SendAsync(SentCallback.Ok)).Status);
    }

    [Fact]
    public async Task A_memory_of_the_merchants_own_is_asked()
    {
        await using var service = await CallbackService.StartAsync(services: services => services.AddSingleton<ICallbackMemory>(new Knowing()));
        await service.SendAsync(SentCallback.Ok);
        Assert.True((await service.HandledAsync()).IsRepeat);
    }

    [Fact]
    public async Task A_handler_may_ask_for_services_of_the_request()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddFreedomPayPayouts(options =>
        {
            (options.BaseAddress, options.MerchantId, options.PayoutSecret) = (new Uri("http://sandbox"), 9970, Gateway.Secret);
        });
        builder.Services.AddScoped<ReadmeExamples.Orders>();
        await using var app = builder.Build();
        ReadmeExamples.Orders? used = null;
        app.MapPayoutCallback("/post", (services, callback, _, cancellation) =>
        {
            used = services.GetRequiredService<ReadmeExamples.Orders>();
            return used.StoreAsync(callback, cancellation);
        });
        await app.StartAsync();

        using var http = new HttpClient();
        using var request = (SentCallback.Ok with { Url = app.Urls.Single() + "/post" }).Request();
        using var response = await http.SendAsync(request);

        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Single(used!.Stored);
        Assert.NotSame(app.Services.GetRequiredService<ReadmeExamples.Orders>(), used);
    }

    [Fact]
    public async Task Without_the_client_among_the_services_it_is_said_what_to_call()
    {
        await using var app = WebApplication.CreateSlimBuilder().Build();
        var fault = Assert.Throws<InvalidOperationException>(() => app.MapPayoutCallback("/post", (_, _, _) => Task.CompletedTask));
        Assert.Contains("AddFreedomPayPayouts", fault.Message, StringComparison.Ordinal);
    }

    private static void RuleAll(CallbackSandbox sandbox, string plan) =>
        sandbox.GetAccount(Merchant.DefaultId).ReplaceRules(new(Rules.RuleScene.Read($$"""[{ "then": { "callback": "{{plan}}" } }]""")));

    private sealed class Knowing : ICallbackMemory
    {
        public ValueTask<bool> KnowsAsync(Callback callback, CancellationToken cancellation) => ValueTask.FromResult(true);

        public ValueTask RememberAsync(Callback callback, CancellationToken cancellation) => ValueTask.CompletedTask;
    }
}
