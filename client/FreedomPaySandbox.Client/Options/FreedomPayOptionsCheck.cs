using Microsoft.Extensions.Options;

namespace FreedomPaySandbox.Client;

/// <summary>Says everything that is wrong with the options in one message, and never repeats a secret.</summary>
internal sealed class FreedomPayOptionsCheck : IValidateOptions<FreedomPayOptions>
{
    private static readonly TimeSpan s_longest = TimeSpan.FromHours(1);
    private static readonly TimeSpan s_farthest = TimeSpan.FromHours(14);

    /// <exception cref="OptionsValidationException">Something is wrong.</exception>
    public static FreedomPayOptions Require(FreedomPayOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0
            ? options
            : throw new OptionsValidationException(Options.DefaultName, typeof(FreedomPayOptions), problems);
    }

    public ValidateOptionsResult Validate(string? name, FreedomPayOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private static IEnumerable<string> Problems(FreedomPayOptions options) =>
    [
        .. Address(options.BaseAddress),
        .. When(options.MerchantId <= 0, "MerchantId: expected the merchant's number, greater than zero"),
        .. Secret(nameof(options.PayoutSecret), options.PayoutSecret),
        .. options.ReceiveSecret is null ? [] : Secret(nameof(options.ReceiveSecret), options.ReceiveSecret),
        .. When(options.Timeout <= TimeSpan.Zero || options.Timeout > s_longest, "Timeout: expected more than zero and at most an hour"),
        .. When(
            options.UtcOffset.Duration() > s_farthest || options.UtcOffset.Ticks % TimeSpan.TicksPerMinute != 0,
            "UtcOffset: expected whole minutes, from -14:00 to +14:00"),
        .. When(!Enum.IsDefined(options.CallbackScriptName), "CallbackScriptName: expected Empty or PreviousSegment"),
        .. When(options.NewSalt is null, "NewSalt: expected a function that returns any text, or to be left out"),
    ];

    private static IEnumerable<string> Address(Uri? address)
    {
        if (address is null || !address.IsAbsoluteUri || (address.Scheme != Uri.UriSchemeHttps && address.Scheme != Uri.UriSchemeHttp))
            return ["BaseAddress: expected the gateway's absolute https address, such as https://api.freedompay.kg"];
        if (address.UserInfo.Length > 0 || address.Query.Length > 0 || address.Fragment.Length > 0)
            return ["BaseAddress: expected an address without user name, query and fragment"];
        return When(
            address.Scheme == Uri.UriSchemeHttp && !SandboxHost.Is(address),
            "BaseAddress: expected https, because plain http is for a sandbox on loopback, a private address or a host name without dots");
    }

    // White space at the ends is what copying from a page or a file leaves behind; it would make every signature wrong.
    private static IEnumerable<string> Secret(string option, string? secret)
    {
        if (string.IsNullOrEmpty(secret))
            return [$"{option}: expected the secret from the merchant's account, and found none"];
        return When(
            char.IsWhiteSpace(secret[0]) || char.IsWhiteSpace(secret[^1]),
            $"{option}: expected the secret alone, but it begins or ends with white space");
    }

    private static IEnumerable<string> When(bool wrong, string problem) => wrong ? [problem] : [];
}
