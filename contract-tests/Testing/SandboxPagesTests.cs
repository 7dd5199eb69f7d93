using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Testing;

/// <summary>A recipient who types a card, played by the library.</summary>
public sealed class SandboxPagesTests : IAsyncLifetime
{
    private const string Card = PayoutCall.Success;

    private Sandbox _sandbox = null!;
    private SandboxMerchant _merchant = null!;

    public async Task InitializeAsync()
    {
        _sandbox = await Sandbox.StartAsync();
        _merchant = await _sandbox.CreateMerchantAsync();
    }

    public async Task DisposeAsync() => await _sandbox.DisposeAsync();

    [Fact]
    public async Task A_card_is_typed_and_the_way_back_told_and_not_gone()
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using var pages = await MerchantEndpoint.StartAsync(
            StubPages.Answer(200, StubPages.Form), EndpointAnswers.Redirect(merchant.Link("/back?order=1"), 303));

        var left = Assert.IsType<PageRedirected>(await FillAsync(pages));

        Assert.Equal(new Uri(merchant.Link("/back?order=1")), left.To);
        Assert.True(merchant.IsQuiet);
        var (opened, sent) = (await pages.NextAsync(), await pages.NextAsync());
        Assert.Equal(("GET", "/pages/ticket?lang=ru"), (opened.Method, opened.Target));
        Assert.Equal(("POST", "/pages/ticket?lang=ru", "application/x-www-form-urlencoded"), (sent.Method, sent.Target, sent.ContentType));
        Assert.Equal([("token", "t+\"&1"), ("lang", "ru"), ("card", Card)], sent.Fields.Select(field => (field.Name, field.Value)));
        Assert.True(pages.IsQuiet);
    }

    [Fact]
    public async Task The_form_comes_from_the_page_and_brings_its_cookies()
    {
        var headers = new List<(string? Origin, string? Cookie)>();
        await using var pages = await MerchantEndpoint.StartAsync(
            context =>
            {
                context.Response.Headers.SetCookie = "visit=1; HttpOnly; SameSite=Strict";
                return StubPages.Answer(200, StubPages.Form)(context);
            },
            context =>
            {
                headers.Add((context.Request.Headers.Origin, context.Request.Headers.Cookie));
                return EndpointAnswers.Redirect("/back", 303)(context);
            });
        Assert.Equal(new PageRedirected(new Uri(pages.Link("/back"))), await FillAsync(pages));
        Assert.Equal([(pages.Address, "visit=1")], headers);
    }

    [Fact]
    public async Task What_is_wrong_with_the_card_is_told_in_words()
    {
        await using var pages = await MerchantEndpoint.StartAsync(
            StubPages.Answer(200, StubPages.Form),
            StubPages.Answer(422, StubPages.FormWithError("\n  Отказ 10032\n <q lang=\"ru\">Неправильный &amp; несуществующий</q>  Проверьте номер.\n")));
        Assert.Equal(new PageRejectedCard("Отказ 10032 Неправильный & несуществующий Проверьте номер."), await FillAsync(pages));
    }

    [Theory]
    [InlineData(404)]
    [InlineData(410)]
    public async Task A_page_that_is_none_any_more_is_told_before_anything_is_typed(int status)
    {
        await using var pages = await MerchantEndpoint.StartAsync(StubPages.Answer(status, StubPages.Notice("Ссылка использована", "Вернитесь &lt;назад&gt;.")));
        Assert.Equal(new PageNotice(status, "Ссылка использована Вернитесь <назад>."), await FillAsync(pages));
        await pages.NextAsync();
        Assert.True(pages.IsQuiet);
    }

    [Theory]
    [InlineData(403)]
    [InlineData(410)]
    public async Task A_form_that_is_not_taken_is_told(int status)
    {
        await using var pages = await MerchantEndpoint.StartAsync(
            StubPages.Answer(200, StubPages.Form), StubPages.Answer(status, StubPages.Notice("Заголовок", "Текст")));
        Assert.Equal(new PageNotice(status, "Заголовок Текст"), await FillAsync(pages));
    }

    [Theory]
    [InlineData("")]
    [InlineData("<html><body>It works!</body></html>")]
    [InlineData("<form><input name=\"card\"></form>")]
    [InlineData("<form><input type=\"hidden\" name=\"token\" value=\"1\"></form>")]
    public async Task What_is_no_page_of_a_sandbox_is_told_without_the_card(string html)
    {
        await using var pages = await MerchantEndpoint.StartAsync(StubPages.Answer(200, html));
        var fault = await Assert.ThrowsAsync<SandboxException>(() => FillAsync(pages));
        Assert.StartsWith($"There is no page of a sandbox at {pages.Link("/pages/ticket")}: HTTP 200", fault.Message, StringComparison.Ordinal);
        Assert.Contains("pg_redirect_url", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Card, fault.ToString(), StringComparison.Ordinal);
        Assert.Contains("had no calls", fault.Journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_neither_page_nor_way_back_is_told()
    {
        await using var pages = await MerchantEndpoint.StartAsync(StubPages.Answer(200, StubPages.Form), EndpointAnswers.Ok);
        Assert.Contains("no page of a sandbox", (await Assert.ThrowsAsync<SandboxException>(() => FillAsync(pages))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_answers()
    {
        var closed = new Uri(RawEndpoint.Closed());
        var fault = await Assert.ThrowsAsync<SandboxException>(() => _merchant.Pages.FillAsync(closed, Card));
        Assert.Contains("can be reached from here", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Card, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Too_long_a_page_is_not_read_to_its_end()
    {
        await using var pages = await MerchantEndpoint.StartAsync(EndpointAnswers.Sized(100_000_000));
        await Assert.ThrowsAsync<SandboxException>(() => FillAsync(pages));
    }

    [Fact]
    public async Task Who_gives_up_is_let_go()
    {
        using var given = new CancellationTokenSource();
        await using var pages = await MerchantEndpoint.StartAsync(EndpointAnswers.Hang(new TaskCompletionSource().Task));
        var filling = _merchant.Pages.FillAsync(new Uri(pages.Link("/pages/ticket")), Card, given.Token);
        await pages.NextAsync();
        await given.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => filling);
    }

    private Task<PageOutcome> FillAsync(MerchantEndpoint pages) => _merchant.Pages.FillAsync(new Uri(pages.Link("/pages/ticket?lang=ru")), Card);
}
