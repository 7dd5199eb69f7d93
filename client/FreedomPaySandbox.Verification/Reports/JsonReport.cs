using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using FreedomPaySandbox.Verification.Callbacks;

namespace FreedomPaySandbox.Verification.Reports;

/// <summary>A verification for programs.</summary>
internal static class JsonReport
{
    public static string Render(VerificationResult verification)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new JsonWriterOptions { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartObject();
            json.WriteString("callback", verification.Target.Shown);
            json.WriteNumber("merchant", verification.Target.MerchantId);
            json.WriteBoolean("effectsSeen", verification.Target.ShowsEffects);
            json.WriteString("summary", verification.Summary);
            json.WriteStartArray("checks");
            foreach (var result in verification.Results)
                Write(json, result);
            json.WriteEndArray();
            json.WriteEndObject();
        }

        return Encoding.UTF8.GetString(buffer.ToArray());
    }

    private static void Write(Utf8JsonWriter json, CheckResult result)
    {
        json.WriteStartObject();
        json.WriteString("id", result.Check.Id);
        json.WriteString("title", result.Check.Title);
        json.WriteString("verdict", Name(result.Verdict));
        json.WriteNumber("milliseconds", (long)result.Took.TotalMilliseconds);
        if (result.Seen.Count > 0)
        {
            json.WriteStartArray("seen");
            foreach (var seen in result.Seen)
                json.WriteStringValue(seen);
            json.WriteEndArray();
        }

        if (result.Verdict == CheckVerdict.Failed)
        {
            json.WriteString("why", result.Check.Why);
            json.WriteString("fix", result.Check.Fix);
        }

        json.WriteEndObject();
    }

    private static string Name(CheckVerdict verdict) => verdict switch
    {
        CheckVerdict.Passed => "right",
        CheckVerdict.AnsweredRight => "answered-right",
        CheckVerdict.Failed => "wrong",
        CheckVerdict.NotChecked => "not-checked",
        _ => "does-not-apply",
    };
}
