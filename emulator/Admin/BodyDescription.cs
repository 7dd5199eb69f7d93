using System.Text.Json.Nodes;
using FreedomPaySandbox.Emulator.Settings;
using Microsoft.AspNetCore.Builder;
using Microsoft.OpenApi;

namespace FreedomPaySandbox.Emulator.Admin;

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
