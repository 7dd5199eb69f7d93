using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;

namespace FreedomPaySandbox.Emulator.Admin;

/// <summary>How the admin API writes and reads JSON: known types only, names in camel case, nothing where there is nothing.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AdminProblem))]
internal sealed partial class AdminJson : JsonSerializerContext
{
    private static AdminJson? s_readable;

    /// <summary>The same, with letters of all scripts written as themselves. What means something in HTML stays escaped.</summary>
    public static AdminJson Readable => s_readable ??= new(
        new JsonSerializerOptions(Default.Options) { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All), TypeInfoResolver = null });
}
