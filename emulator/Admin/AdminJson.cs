using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using FreedomPaySandbox.Emulator.Admin.Views;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.UseCases;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>How the admin API writes and reads JSON: known types only, names in camel case, nothing where there is nothing.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AdminProblem))]
[JsonSerializable(typeof(MerchantView))]
[JsonSerializable(typeof(MerchantList))]
[JsonSerializable(typeof(SavedCardView))]
[JsonSerializable(typeof(PayoutView))]
[JsonSerializable(typeof(PayoutList))]
[JsonSerializable(typeof(CallbackView))]
[JsonSerializable(typeof(CallbackList))]
[JsonSerializable(typeof(ExplanationView))]
[JsonSerializable(typeof(FindingView))]
[JsonSerializable(typeof(FindingList))]
[JsonSerializable(typeof(RequestView))]
[JsonSerializable(typeof(RequestList))]
[JsonSerializable(typeof(JournalCount))]
[JsonSerializable(typeof(ClockView))]
[JsonSerializable(typeof(ClockAdvance))]
[JsonSerializable(typeof(ResetView))]
[JsonSerializable(typeof(HealthView))]
[JsonSerializable(typeof(ConfigView))]
internal sealed partial class AdminJson : JsonSerializerContext
{
    private static AdminJson? s_readable;

    /// <summary>The same, with nothing escaped that JSON allows: readers read JSON, and the gate says so to browsers.</summary>
    public static AdminJson Readable => s_readable ??= new(
        new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, TypeInfoResolver = null });
}
