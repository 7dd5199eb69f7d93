using FreedomPaySandbox.Emulator.Admin.Views;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>What the description of the admin API says of itself, of parameters and of problems, beyond what the handlers' types say.</summary>
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
        options.ShouldInclude = api => api.RelativePath?.StartsWith(AdminGate.Root[1..], StringComparison.Ordinal) == true;
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
