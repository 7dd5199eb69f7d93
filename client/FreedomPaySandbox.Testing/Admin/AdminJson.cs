using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

namespace FreedomPaySandbox.Testing;

/// <summary>The JSON of the admin API: known types only, nothing where there is nothing.</summary>
[JsonSourceGenerationOptions(
    JsonSerializerDefaults.Web, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull, UseStringEnumConverter = true)]
[JsonSerializable(typeof(AdminProblem))]
[JsonSerializable(typeof(Health))]
[JsonSerializable(typeof(ClockSetting))]
[JsonSerializable(typeof(ClockStep))]
[JsonSerializable(typeof(ClockAdvance))]
[JsonSerializable(typeof(MerchantSettings))]
[JsonSerializable(typeof(MerchantView))]
[JsonSerializable(typeof(RuleList))]
[JsonSerializable(typeof(PayoutPage))]
[JsonSerializable(typeof(Settlement))]
[JsonSerializable(typeof(CardToSave))]
[JsonSerializable(typeof(SavedCard))]
[JsonSerializable(typeof(CallbackPage))]
[JsonSerializable(typeof(FindingPage))]
[JsonSerializable(typeof(RequestPage))]
[JsonSerializable(typeof(RequestCount))]
internal sealed partial class AdminJson : JsonSerializerContext
{
    public static HttpContent Body<T>(T value, JsonTypeInfo<T> type) => new ByteArrayContent(JsonSerializer.SerializeToUtf8Bytes(value, type))
    {
        Headers = { ContentType = new MediaTypeHeaderValue("application/json") },
    };
}
