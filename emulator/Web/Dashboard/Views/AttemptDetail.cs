using System.Net;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Web.Dashboard.Views;

/// <summary>One attempt to deliver a callback.</summary>
/// <param name="Number">From 1.</param>
/// <param name="At">When.</param>
/// <param name="Attempt">What happened.</param>
/// <param name="Sent">The form that was posted, field by field.</param>
/// <param name="Advice">Why it did not deliver and what to do, when it did not.</param>
internal sealed record AttemptDetail(int Number, Moment At, Attempt Attempt, IReadOnlyList<JournalField> Sent, DeliveryAdvice? Advice)
{
    public static AttemptDetail From(NumberedAttempt numbered, MerchantTime time, MerchantSecrets secrets, string postLink, SandboxLocation place) => new(
        numbered.Number,
        time.At(numbered.Attempt.At),
        numbered.Attempt,
        [.. GetFields(numbered.Attempt.Sent).Select(field => field with { Value = Shown(field, secrets) })],
        DeliveryDoctor.Examine(numbered.Attempt, postLink, place));

    // An order id is the merchant's word, whatever its digits look like.
    private static string Shown(JournalField field, MerchantSecrets secrets) =>
        field.Name == Fields.OrderId ? Redaction.Secrets(field.Value, secrets) : Redaction.Apply(field.Value, secrets);

    private static IEnumerable<JournalField> GetFields(string form) =>
        from pair in form.Split('&', StringSplitOptions.RemoveEmptyEntries)
        let parts = pair.Split('=', 2)
        select new JournalField(WebUtility.UrlDecode(parts[0]), parts.Length == 2 ? WebUtility.UrlDecode(parts[1]) : "");
}

/// <summary>A callback with its attempts.</summary>
/// <param name="Callback">The callback.</param>
/// <param name="DueAt">When it is due, where it is pending.</param>
/// <param name="Attempts">The last of them.</param>
/// <param name="Most">How many attempts the schedule has.</param>
internal sealed record CallbackDetail(StoredCallback Callback, Moment DueAt, IReadOnlyList<AttemptDetail> Attempts, int Most);
