using System.Text.Json;
using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Admin.Views;
using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Signatures;
using FreedomPaySandbox.Emulator.Signing;
using FreedomPaySandbox.Protocol;
using Microsoft.AspNetCore.Http.HttpResults;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>Explains the signature of a call that somebody pastes.</summary>
internal static class SignatureEndpoints
{
    private const string Curl = "curl", Url = "url", Body = "body", ContentType = "contentType", FieldsMember = "fields";

    private const string Form = "application/x-www-form-urlencoded";

    public static void MapSignatures(this RouteGroupBuilder admin) =>
        admin.MapPost("/signature/explain", ExplainAsync).TakesSignedCall()
            .WithSummary("Explains the signature of a call")
            .WithDescription("Give the curl line; or the address with the raw body and its content type, or with the fields. The call's pg_merchant_id says whose secrets are right. Nothing is sent to the gateway.");

    private static async Task<Results<Ok<ExplanationView>, AdminProblem>> ExplainAsync(
        HttpRequest request, MerchantRegistry merchants, DiagnosisQueue examination, CancellationToken cancellation)
    {
        var (body, problem) = await AdminBody.ReadAsync(request, cancellation);
        if (body is null)
            return problem!;
        using var read = body;
        var problems = body.Unknown(Curl, Url, Body, ContentType, FieldsMember).ToList();
        var call = problems.Count == 0 ? GetCall(body, CalledHost.From(request), problems) : null;
        if (call is null)
            return AdminProblem.BadRequest("There is no call in it to explain.", problems);
        if (call.Body.Fields.GetCount(Fields.MerchantId) != 1 || merchants.Find(call.Body.Fields[Fields.MerchantId]) is not { Merchant: { } merchant })
            return AdminProblem.BadRequest("The call names no merchant of this sandbox.", [$"{Fields.MerchantId}: expected the id of one; GET {AdminPath.Root}/merchants lists them."]);

        var kind = SignSecret.GetKind(call);
        var diagnosis = SignatureDoctor.Examine(examination.GetCase(call.Url, call.Script, kind, call.Body.Fields, merchant));
        return TypedResults.Ok(ExplanationView.From(call.Script, kind, diagnosis));
    }

    private static SignCall? GetCall(AdminBody body, CalledHost here, List<string> problems)
    {
        var (curl, url, text, type) = (GetText(body, Curl, problems), GetText(body, Url, problems), GetText(body, Body, problems), GetText(body, ContentType, problems));
        if (body.Has(FieldsMember, out var fields))
            (text, type) = (GetForm(fields.Value, problems), Form);
        if ((curl is null) == (text is null))
            problems.Add($"Give {Curl}, or {Url} with {Body} and {ContentType}, or {Url} with {FieldsMember}.");
        else if (curl is null && url is null)
            problems.Add($"{Url}: expected the address that was called; its last segment is signed.");
        if (problems.Count > 0)
            return null;

        // A path will do: what is signed is its last segment.
        if (url?.StartsWith('/') == true)
            url = here + url;
        var request = new DoctorRequest(url, curl is null ? [] : [curl], text, type, static () => "");
        if (request.Read() is { } call)
            return call;
        problems.Add(request.Problem ?? "The call cannot be read.");
        return null;
    }

    private static string? GetForm(JsonElement fields, List<string> problems)
    {
        if (fields.ValueKind == JsonValueKind.Object && fields.EnumerateObject().All(field => field.Value.ValueKind == JsonValueKind.String))
            return FormMessage.Write(new Parameters(fields.EnumerateObject().Select(field => new Parameter(field.Name, field.Value.GetString()!))));
        problems.Add($"{FieldsMember}: expected an object of texts, each as it was sent.");
        return null;
    }

    private static string? GetText(AdminBody body, string name, List<string> problems)
    {
        if (!body.Has(name, out var value))
            return null;
        if (value.Value.ValueKind == JsonValueKind.String)
            return value.Value.GetString();
        problems.Add($"{name}: expected a text.");
        return null;
    }
}
