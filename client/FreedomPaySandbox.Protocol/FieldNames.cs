using System.Collections.Frozen;
using System.Text;

namespace FreedomPaySandbox.Protocol;

/// <summary>The names that most requests and callbacks carry, shared, to save copies of them.</summary>
internal static class FieldNames
{
    private const int Longest = 32;

    private static readonly FrozenSet<string> s_usual = FrozenSet.Create(
        StringComparer.Ordinal,
        Fields.MerchantId,
        Fields.OrderId,
        Fields.Amount,
        Fields.PaymentTo,
        Fields.Description,
        Fields.PostLink,
        Fields.Salt,
        Fields.Signature,
        Fields.UserId,
        Fields.CardName,
        Fields.Currency,
        Fields.IdempotencyKey,
        Fields.PaymentId,
        Fields.Xml,
        Fields.Status,
        Fields.Balance,
        Fields.PaymentAmount,
        Fields.PaymentDate,
        Fields.ToPay,
        Fields.CardHash,
        Fields.ErrorCode,
        Fields.ErrorDescription);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> s_byText = s_usual.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>The name as it is known, or nothing when it is some other.</summary>
    public static string? Find(string name) => s_usual.TryGetValue(name, out var known) ? known : null;

    /// <inheritdoc cref="Find(string)"/>
    /// <param name="name">In ASCII.</param>
    public static string? Find(ReadOnlySpan<byte> name)
    {
        if (name.Length > Longest)
            return null;
        Span<char> text = stackalloc char[Longest];
        return Ascii.ToUtf16(name, text, out var length) == System.Buffers.OperationStatus.Done && s_byText.TryGetValue(text[..length], out var known)
            ? known
            : null;
    }
}
