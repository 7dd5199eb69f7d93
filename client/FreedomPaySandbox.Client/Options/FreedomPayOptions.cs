using System.Security.Cryptography;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>Where the gateway is, who the merchant is, and what its messages are signed with.</summary>
public sealed class FreedomPayOptions
{
    /// <summary>
    /// The gateway's address without the path of an operation, such as <c>https://api.freedompay.kg</c>. Plain http is taken for a
    /// sandbox only: loopback, a private address, or a name without dots, as containers have.
    /// </summary>
    public Uri? BaseAddress { get; set; }

    /// <summary>The merchant's number, greater than zero.</summary>
    public long MerchantId { get; set; }

    /// <summary>The secret that signs payouts, their status inquiries and their callbacks (S-9).</summary>
    public string PayoutSecret { get; set; } = "";

    /// <summary>
    /// The other secret, that of payments (S-9), which also signs <see cref="PayoutClient.SaveCardAsync"/>, the callbacks of saved cards,
    /// and <see cref="PayoutClient.GetOrderStatusAsync"/>. May be left out where none of them is used. When it is given, a payout's
    /// callback that somebody signed with it is refused with a text that says so.
    /// </summary>
    public string? ReceiveSecret { get; set; }

    /// <summary>
    /// The fixed distance from UTC of the merchant's account, in whole minutes, at most 14 hours: time limits are sent in that local time.
    /// +06:00 unless set.
    /// </summary>
    public TimeSpan UtcOffset { get; set; } = TimeSpan.FromHours(6);

    /// <summary>How long a call may take, from connecting to the last byte of the answer. 30 seconds unless set; at most an hour.</summary>
    public TimeSpan Timeout { get; set; } = TimeSpan.FromSeconds(30);

    /// <summary>How callbacks to an address that ends in a slash are signed (S-11).</summary>
    public CallbackScriptName CallbackScriptName { get; set; } = CallbackScriptName.Empty;

    /// <summary>Gives the salt of each message. Letters and digits from a cryptographic source unless set.</summary>
    public Func<string> NewSalt { get; set; } = CryptographicSalt.New;

    /// <exception cref="InvalidOperationException">It was not set.</exception>
    internal string RequireReceiveSecret(string what) => ReceiveSecret ?? throw new InvalidOperationException(
        $"{what} needs the receive secret (S-9), and ReceiveSecret of FreedomPayOptions is not set. Set it to the receive secret from the "
        + "merchant's account, or to the payout secret where the account has one for both.");
}

/// <summary>Salts that nobody can foresee: 16 Latin letters and digits.</summary>
internal static class CryptographicSalt
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

#pragma warning disable RS0030 // The one place where chance enters the client; tests set FreedomPayOptions.NewSalt.
    public static string New() => RandomNumberGenerator.GetString(Alphabet, 16);
#pragma warning restore RS0030
}
