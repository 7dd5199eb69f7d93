using System.Globalization;

namespace FreedomPaySandbox.Testing;

/// <summary>What a payout may come to, as rules and settlements say it. Codes are those of the vendor's error table.</summary>
public static class Outcomes
{
    /// <summary>It succeeds at once.</summary>
    public const string Success = "success";

    /// <summary>It is in process, then succeeds.</summary>
    public const string ProcessThenSuccess = "process, then success";

    /// <summary>It fails at once with that code. The journal says the same of a refused call.</summary>
    public static string Error(int code) => string.Create(CultureInfo.InvariantCulture, $"error {code}");

    /// <summary>It is in process, then fails with that code.</summary>
    public static string ProcessThenError(int code) => $"process, then {Error(code)}";
}
