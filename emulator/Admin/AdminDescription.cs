using System.Reflection;
using System.Text.Json.Nodes;
using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Admin.Views;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Verification.Sending;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>
/// What the description of the admin API says of itself, of parameters and of problems, beyond what the handlers' types say.
/// </summary>
internal static class AdminDescription
{
    private static readonly Dictionary<string, string> s_parameters = new(StringComparer.Ordinal)
    {
        ["merchant"] = "The merchant's id.",
        ["order"] = "Only those under this order id: pg_order_id.",
        ["status"] = "Only those that are process, ok or error by the merchant's clock.",
        ["state"] = "Only those that are pending, delivered, dead, lost or rejected.",
        ["payout"] = "Only those of this payment id.",
        ["operation"] = "Only calls of this method, such as p2p2nonreg.",
        ["outcome"] = "Only calls whose outcome begins with these words: ok, error, error 1100, HTTP 415.",
        ["kind"] = "Only findings of that kind, such as double-payout.",
        ["after"] = "Only what comes behind: the next of an earlier answer. Over all merchants it goes from one merchant to the next, so to follow what comes anew, ask for one merchant.",
        ["limit"] = "How many at most, up to 1000; 100 when it is left out.",
        ["min"] = "How many to wait for; 1 when it is left out.",
        ["wait"] = "How long to wait for so many, up to 60s, such as PT5S or 5s; not at all when it is left out. What there is by then is answered.",
        ["payment"] = "The payment id: pg_payment_id.",
        ["callback"] = "Payment id and number, such as 4963922019-1.",
        ["request"] = "What the answer carried as X-Sandbox-Request, such as 9970-17.",
    };

    private static readonly Dictionary<string, string> s_answers = new(StringComparer.Ordinal)
    {
        ["201"] = "Made: Location says where it is, where it can be asked for",
        ["202"] = "Taken: it goes out now",
        ["204"] = "Gone",
        ["400"] = "Something of the query or the body is wrong; errors lists each thing",
        ["404"] = "There is none of that id",
        ["409"] = "It cannot be done as things are",
    };

    public static void AddAdminDescription(this IServiceCollection services) => services.AddOpenApi(options =>
    {
        options.ShouldInclude = api => api.RelativePath?.StartsWith(AdminPath.Root[1..], StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new OpenApiInfo
            {
                Title = "Freedom Pay payout sandbox: admin API",
                Version = Views.HealthView.ThisVersion,
                Description = "What tests and people steer the sandbox with. Most of it is there for one merchant and for all. Errors are problem documents "
                    + "that say what to do; besides those listed, 400 for a body or a parameter that a path does not read, "
                    + "401 where the sandbox was started with a token, 403 for pages of another origin and foreign host names, 405, 413 for bodies of more than 1 MiB, "
                    + "415 for a body that does not say it is JSON, 429 after too many wrong tokens, and 508 for the callback of a sandbox. Members that have no value are left out.",
            };

            // A client finds it where it found this.
            document.Servers = [];
            foreach (var (name, schema) in document.Components?.Schemas ?? new Dictionary<string, IOpenApiSchema>(StringComparer.Ordinal))
                AdminSchema.Mend(name, (OpenApiSchema)schema);
            return Task.CompletedTask;
        });
        options.AddOperationTransformer(async (operation, context, cancellation) =>
        {
            await AddProblemsAsync(operation, context, cancellation);
            foreach (var parameter in (operation.Parameters ?? []).OfType<OpenApiParameter>())
            {
                parameter.Description ??= s_parameters.GetValueOrDefault(parameter.Name ?? "");
                if (parameter is { Name: "merchant", In: ParameterLocation.Query })
                    parameter.Description = "Only this merchant's; all merchants' when it is left out.";
                parameter.Schema = AdminSchema.OfParameter(parameter.Name ?? "");
            }

            foreach (var (status, response) in (operation.Responses ?? []).Where(response => s_answers.ContainsKey(response.Key)))
                response.Description = s_answers[status];
        });
    });

    // The framework passes over types that are results themselves.
    private static async Task AddProblemsAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellation)
    {
        var statuses = context.Description.ActionDescriptor.EndpointMetadata
            .OfType<ProducesResponseTypeMetadata>()
            .Where(answer => answer.Type == typeof(AdminProblem))
            .Select(answer => answer.StatusCode)
            .Distinct()
            .Order()
            .ToList();
        if (statuses.Count == 0)
            return;

        context.Document!.AddComponent(nameof(AdminProblem), await context.GetOrCreateSchemaAsync(typeof(AdminProblem), cancellationToken: cancellation));
        foreach (var status in statuses)
        {
            operation.Responses ??= [];
            operation.Responses[status.ToString(System.Globalization.CultureInfo.InvariantCulture)] = new OpenApiResponse
            {
                Content = new Dictionary<string, OpenApiMediaType>(StringComparer.Ordinal)
                {
                    [AdminProblem.ContentType] = new() { Schema = new OpenApiSchemaReference(nameof(AdminProblem), context.Document) },
                },
            };
        }
    }
}

/// <summary>What the description of the admin API says of the form of things, where their types in the code do not.</summary>
internal static class AdminSchema
{
    /// <summary>Texts that can be only so many words, by the view and its member.</summary>
    private static readonly Dictionary<(string View, string Member), IEnumerable<string>> s_words = new()
    {
        [(nameof(PayoutView), "status")] = DomainWords.PayoutStatuses.Keys,
        [(nameof(CallbackView), "state")] = DomainWords.CallbackStates.Keys,
        [(nameof(CallbackView), "tampering")] = Enum.GetValues<Tampering>().Select(DomainWords.Format).OfType<string>(),
        [(nameof(AttemptView), "fault")] = Enum.GetValues<AttemptFault>().Select(DomainWords.Format).OfType<string>(),
        [(nameof(AttemptView), "answerSignature")] = Enum.GetValues<AnswerSignature>().Select(DomainWords.Format),
    };

    /// <summary>Where a setting's help speaks of the first merchant.</summary>
    private static readonly Dictionary<string, string> s_ofMerchant = new(StringComparer.Ordinal)
    {
        ["id"] = "The merchant's number; left out when it is made, a fresh one from 10001 on. It cannot be changed.",
        ["payoutSecret"] = "The secret of payouts and their callbacks (S-9); left out when it is made, a fresh one, out of the seed if there is one.",
        ["receiveSecret"] = "The secret of the older status calls (S-9); left out when it is made, the payout secret if that was given, or else a fresh one.",
        ["balance"] = "The payout balance in currency units, and what a reset goes back to. Default: 1000000000",
    };

    public static OpenApiSchema OfParameter(string name) => name switch
    {
        "limit" or "min" => new OpenApiSchema { Type = JsonSchemaType.Integer, Minimum = "1", Maximum = "1000" },
        "merchant" or "payment" or "payout" => new OpenApiSchema { Type = JsonSchemaType.Integer, Format = "int64" },
        "status" => new OpenApiSchema { Type = JsonSchemaType.String, Enum = Listed(DomainWords.PayoutStatuses.Keys) },
        "state" => new OpenApiSchema { Type = JsonSchemaType.String, Enum = Listed(DomainWords.CallbackStates.Keys) },
        _ => new OpenApiSchema { Type = JsonSchemaType.String },
    };

    /// <summary>A setting of a merchant, as it is shown and as it can be given.</summary>
    public static OpenApiSchema OfMerchant(Setting<MerchantBuilder> setting)
    {
        const BindingFlags Any = BindingFlags.Public | BindingFlags.Instance | BindingFlags.IgnoreCase;
        var shown = typeof(MerchantView).GetProperty(setting.Member, Any)!.PropertyType;
        shown = Nullable.GetUnderlyingType(shown) ?? shown;
        var schema = new OpenApiSchema { Type = JsonSchemaType.String, Description = s_ofMerchant.GetValueOrDefault(setting.Member, setting.Help) };
        if (shown == typeof(long))
            (schema.Type, schema.Format) = (JsonSchemaType.Integer, "int64");
        else if (shown == typeof(decimal))
            schema.Type = JsonSchemaType.Number;
        else if (shown == typeof(bool))
            schema.Type = JsonSchemaType.Boolean;
        else if (shown.IsEnum)
            schema.Enum = Listed(Enum.GetNames(shown));
        else if (shown != typeof(string))
            (schema.Type, schema.Items) = (JsonSchemaType.String | JsonSchemaType.Array, new OpenApiSchema { Type = JsonSchemaType.String });
        return schema;
    }

    /// <summary>
    /// Says of a view what its type does not: which words there are, and that what has no value is left out and never null.
    /// </summary>
    public static void Mend(string name, OpenApiSchema schema)
    {
        if (schema.Enum is { Count: > 0 })
            schema.Type = JsonSchemaType.String;
        foreach (var (member, either) in schema.Properties?.ToList() ?? [])
        {
            if (either is not OpenApiSchema property)
                continue;
            if (s_words.TryGetValue((name, member), out var words))
                property.Enum = Listed(words);
            if (property.Type?.HasFlag(JsonSchemaType.Null) == true)
            {
                property.Type &= ~JsonSchemaType.Null;
                schema.Required?.Remove(member);
            }

            if (property.OneOf?.OfType<OpenApiSchemaReference>().SingleOrDefault() is { } reference)
            {
                reference.Description = property.Description;
                schema.Properties![member] = reference;
                schema.Required?.Remove(member);
            }
        }
    }

    private static List<JsonNode> Listed(IEnumerable<string> words) => [.. words.Select(word => JsonValue.Create(word))];
}

/// <summary>What the description of the admin API says of bodies that no type in the code stands for.</summary>
internal static class BodyDescription
{
    private const string JsonType = "application/json";

    private static readonly JsonObject s_rule = new()
    {
        ["name"] = "answer lost",
        ["when"] = new JsonObject { ["orderId"] = "salary-*", ["first"] = 1 },
        ["then"] = new JsonObject { ["fault"] = "reset-after-payout" },
    };

    public static RouteHandlerBuilder TakesMerchant(this RouteHandlerBuilder endpoint) => endpoint.Takes(
        [.. MerchantSettingTable.All.Select(setting => (setting.Member, AdminSchema.OfMerchant(setting)))],
        new JsonObject { ["balance"] = 500000, ["currency"] = "KZT", ["callbackSchedule"] = new JsonArray("0s", "1s", "5s") });

    public static RouteHandlerBuilder TakesCard(this RouteHandlerBuilder endpoint) => endpoint.Takes(
        [
            ("pan", Schema(JsonSchemaType.String, "The card number; a published test card.")),
            ("userId", Schema(JsonSchemaType.String, "Whose card it is: pg_user_id.")),
        ],
        new JsonObject { ["pan"] = "4671593866478252", ["userId"] = "user-1" },
        "pan",
        "userId");

    public static RouteHandlerBuilder TakesSignedCall(this RouteHandlerBuilder endpoint) => endpoint.Takes(
        [
            ("curl", Schema(JsonSchemaType.String, "A curl line, as it is pasted into a terminal.")),
            ("url", Schema(JsonSchemaType.String, "The address that was called.")),
            ("body", Schema(JsonSchemaType.String, "The body, as it was sent.")),
            ("contentType", Schema(JsonSchemaType.String, "The body's content type; a form when left out.")),
            ("fields", Schema(JsonSchemaType.Object, "The fields instead of a body: names and texts, as they were sent.")),
        ],
        new JsonObject { ["curl"] = "curl http://localhost:8585/g2g/balance_status -d pg_merchant_id=9970 -d pg_salt=1 -d pg_sig=…" });

    public static RouteHandlerBuilder TakesClock(this RouteHandlerBuilder endpoint) => endpoint.Takes(
        [
            ("now", Schema(JsonSchemaType.String, "What it shall show, with the distance from UTC; left out, it shows what it shows.")),
            ("frozen", Schema(JsonSchemaType.Boolean, "Whether it stands there or goes on; left out, as it was.")),
        ],
        new JsonObject { ["now"] = "2026-01-15T09:00:00Z", ["frozen"] = true });

    public static RouteHandlerBuilder TakesAdvance(this RouteHandlerBuilder endpoint) => endpoint.Takes(
        [("by", Schema(JsonSchemaType.String, "How far, up to 366d: PT2H or 2h."))],
        new JsonObject { ["by"] = "PT2H" },
        "by");

    public static RouteHandlerBuilder TakesSettlement(this RouteHandlerBuilder endpoint) => endpoint.Takes(
        [("outcome", Schema(JsonSchemaType.String, "success, or error N; left out, as the payout was to end."))],
        new JsonObject { ["outcome"] = "error 10001" });

    public static RouteHandlerBuilder TakesRules(this RouteHandlerBuilder endpoint) => endpoint.Takes(
        [("rules", Rules())], new JsonObject { ["rules"] = new JsonArray(s_rule.DeepClone()) }, "rules");

    /// <summary>It may be refused as things are.</summary>
    public static RouteHandlerBuilder MayConflict(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(AdminProblem.Described(StatusCodes.Status409Conflict));

    public static RouteHandlerBuilder GivesRules(this RouteHandlerBuilder endpoint) => endpoint
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Responses ??= [];
            operation.Responses["200"] = new OpenApiResponse
            {
                Description = "The rules, in the order in which they are asked.",
                Content = Json([("rules", Rules())]),
            };
            return Task.CompletedTask;
        });

    private static RouteHandlerBuilder Takes(
        this RouteHandlerBuilder endpoint, (string Name, OpenApiSchema Schema)[] members, JsonObject example, params string[] required) =>
        endpoint.WithMetadata(new BodyMembers([.. members.Select(member => member.Name)])).AddOpenApiOperationTransformer((operation, _, _) =>
        {
            var content = Json(members);
            content[JsonType].Example = example.DeepClone();
            if (required.Length > 0)
                ((OpenApiSchema)content[JsonType].Schema!).Required = required.ToHashSet(StringComparer.Ordinal);
            operation.RequestBody = new OpenApiRequestBody { Content = content, Required = required.Length > 0 };
            return Task.CompletedTask;
        });

    private static Dictionary<string, OpenApiMediaType> Json((string Name, OpenApiSchema Schema)[] members) => new(StringComparer.Ordinal)
    {
        [JsonType] = new OpenApiMediaType { Schema = new OpenApiSchema { Type = JsonSchemaType.Object, Properties = Named(members) } },
    };

    private static OpenApiSchema Rules() => new()
    {
        Type = JsonSchemaType.Array,
        Items = new OpenApiSchema
        {
            Type = JsonSchemaType.Object,
            Properties = Named(
                ("name", Schema(JsonSchemaType.String, "For logs and journal.")),
                ("when", Schema(JsonSchemaType.Object, "operation, card, amount, orderId, currency, first, every, probability; left out, every call.")),
                ("then", Schema(JsonSchemaType.Object, "outcome, settleAfter, fault, callback.")),
                ("hits", Schema(JsonSchemaType.Integer, "Calls it decided. Not read.")),
                ("calls", Schema(JsonSchemaType.Integer, "Calls that came to it and that it is about. Not read.")),
                ("builtIn", Schema(JsonSchemaType.Boolean, "One of the last rules, which are always there. Not read."))),
        },
    };

    private static Dictionary<string, IOpenApiSchema> Named(params (string Name, OpenApiSchema Schema)[] members) =>
        members.ToDictionary(member => member.Name, IOpenApiSchema (member) => member.Schema, StringComparer.Ordinal);

    private static OpenApiSchema Schema(JsonSchemaType? type, string description) => new() { Type = type, Description = description };
}
