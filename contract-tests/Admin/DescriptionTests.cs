using System.Text.Json;
using FreedomPaySandbox.ContractTests.Sandboxes;
using FreedomPaySandbox.Emulator.Admin;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Admin;

public sealed class DescriptionTests : SandboxTest
{
    private AdminAnswer _description = null!;

    private protected override async Task ArrangeAsync() => _description = (await Sandbox.GetAsync("/openapi.json")).Is(200);

    [Fact]
    public async Task The_description_is_as_approved() => await Verify(
        _description.Text.ReplaceLineEndings("\n").Replace($"\"version\": \"{_description["info"].GetProperty("version")}\"", "\"version\": \"VERSION\"", StringComparison.Ordinal), "json");

    [Fact]
    public void Every_route_is_described_and_nothing_else()
    {
        var routes = AdminRoutes.Discover(Sandbox).Where(route => !route.EndsWith("openapi.json", StringComparison.Ordinal));
        Assert.Equal(routes.Order(StringComparer.Ordinal), Operations().Select(one => $"{one.Method} {one.Path}").Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void Every_operation_says_what_it_does_takes_and_answers()
    {
        foreach (var (method, path, operation) in Operations().AssertNotEmpty())
        {
            var place = $"{method} {path}";
            Assert.True(operation.GetProperty("summary").GetString()!.Length > 5, place);
            Assert.Contains(
                operation.GetProperty("tags").EnumerateArray().Single().GetString()!,
                (string[])["Merchants", "Cards", "Payouts", "Callbacks", "Requests", "Signatures", "Findings", "Rules", "Clock", "Sandbox"],
                StringComparer.Ordinal);
            if (operation.TryGetProperty("parameters", out var parameters))
                Assert.All(parameters.EnumerateArray().AssertNotEmpty(), parameter => Assert.True(parameter.GetProperty("description").GetString()!.Length > 5, $"{place} {parameter}"));
            foreach (var answer in operation.GetProperty("responses").EnumerateObject().AssertNotEmpty())
                Assert.True(answer.Name == "204" || Schemas(answer.Value).AssertNotEmpty().All(schema => schema.ValueKind == JsonValueKind.Object), $"{place} {answer.Name}");
        }
    }

    [Fact]
    public void Problems_are_described_where_they_can_happen()
    {
        foreach (var (method, path, operation) in Operations().AssertNotEmpty())
        {
            var answers = operation.GetProperty("responses");
            var takes = operation.TryGetProperty("requestBody", out _);
            var parameters = operation.TryGetProperty("parameters", out var list) ? list.EnumerateArray().ToList() : [];
            var asks = parameters.Exists(parameter => parameter.GetProperty("in").GetString() == "query");
            Assert.True(answers.TryGetProperty("400", out var bad) == (takes || asks), $"{method} {path} 400");
            Assert.True(
                answers.TryGetProperty("404", out var none) == parameters.Exists(parameter => parameter.GetProperty("name").GetString() is "merchant" or "payment"), $"{method} {path} 404");
            foreach (var problem in ((JsonElement[])[bad, none]).Where(problem => problem.ValueKind == JsonValueKind.Object))
                Assert.Contains("AdminProblem", problem.GetProperty("content").GetProperty(AdminProblem.ContentType).ToString(), StringComparison.Ordinal);
        }

        Assert.Equal(
            [
                "POST /__admin/callbacks/{callback}/resend", "POST /__admin/clock/advance", "POST /__admin/merchants",
                "POST /__admin/merchants/{merchant}/callbacks/{callback}/resend", "POST /__admin/merchants/{merchant}/clock/advance",
                "POST /__admin/merchants/{merchant}/payouts/{payment}/settle", "POST /__admin/payouts/{payment}/settle",
            ],
            Operations().Where(one => one.Operation.GetProperty("responses").TryGetProperty("409", out _)).Select(one => $"{one.Method} {one.Path}").Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Words_dates_and_numbers_are_described_as_such()
    {
        Assert.Equal("""["process","ok","error"]""", Compact(Property("PayoutView", "status").GetProperty("enum")));
        Assert.Equal("""["pending","delivered","dead","lost","rejected"]""", Compact(Property("CallbackView", "state").GetProperty("enum")));
        Assert.Equal("""["none","right","wrong"]""", Compact(Property("AttemptView", "answerSignature").GetProperty("enum")));
        Assert.Equal("date-time", Property("PayoutView", "settlesAt").GetProperty("format").GetString());
        Assert.Equal("date-time", Property("ClockAdvance", "nextDue").GetProperty("format").GetString());
        Assert.Equal("number", Property("PayoutView", "amount").GetProperty("type").GetString());
        Assert.Equal("integer", Property("MerchantView", "seed").GetProperty("type").GetString());
        Assert.Equal("""{"enum":["Refuse","Accept"],"type":"string","description":"What becomes of a second payout under one order id (E-9)."}""", Compact(Schema("DuplicateOrder")), ignoreCase: true);
        Assert.DoesNotContain("\"null\"", _description.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("pattern", _description.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_setting_of_a_merchant_is_described_as_it_is_taken()
    {
        var body = _description["paths"].GetProperty("/__admin/merchants").GetProperty("post").GetProperty("requestBody")
            .GetProperty("content").GetProperty("application/json").GetProperty("schema").GetProperty("properties");
        Assert.Equal(MerchantSettingTable.All.Select(setting => setting.Member), body.EnumerateObject().Select(member => member.Name), StringComparer.Ordinal);
        Assert.All(body.EnumerateObject(), member => Assert.True(member.Value.TryGetProperty("type", out _) && member.Value.TryGetProperty("description", out _), member.Name));
    }

    [Fact]
    public async Task Answers_have_the_members_that_are_described_and_all_that_are_required()
    {
        await Sandbox.PayAsync("1");
        foreach (var (path, view, list) in ((string, string, string?)[])
        [
            ("/merchants/9970", "MerchantView", null), ("/payouts", "PayoutView", "payouts"), ("/callbacks", "CallbackView", "callbacks"),
            ("/requests", "RequestView", "requests"), ("/requests/count", "JournalCount", null), ("/clock", "ClockView", null), ("/health", "HealthView", null), ("/config", "ConfigView", null),
        ])
        {
            var answer = (await Sandbox.GetAsync(path)).Is(200);
            var shown = list is null ? answer.Json : answer.List(list)[0];
            var members = shown.EnumerateObject().Select(member => member.Name).ToHashSet(StringComparer.Ordinal);
            var described = Schema(view).GetProperty("properties").EnumerateObject().Select(member => member.Name);
            Assert.Subset(described.ToHashSet(StringComparer.Ordinal), members);
            Assert.Superset(Schema(view).GetProperty("required").EnumerateArray().Select(member => member.GetString()!).ToHashSet(StringComparer.Ordinal), members);
        }
    }

    private IEnumerable<(string Method, string Path, JsonElement Operation)> Operations() =>
        from path in _description["paths"].EnumerateObject()
        from operation in path.Value.EnumerateObject()
        select (operation.Name.ToUpperInvariant(), path.Name, operation.Value);

    private static IEnumerable<JsonElement> Schemas(JsonElement answer) =>
        answer.GetProperty("content").EnumerateObject().Select(content => content.Value.GetProperty("schema"));

    private JsonElement Schema(string name) => _description["components"].GetProperty("schemas").GetProperty(name);

    private JsonElement Property(string schema, string name) => Schema(schema).GetProperty("properties").GetProperty(name);

    private static string Compact(JsonElement json) => JsonSerializer.Serialize(json);
}
