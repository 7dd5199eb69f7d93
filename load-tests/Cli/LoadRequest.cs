using System.Globalization;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.LoadTests.Bench;
using FreedomPaySandbox.LoadTests.Scenarios;
using FreedomPaySandbox.Verification.Drift;

namespace FreedomPaySandbox.LoadTests.Cli;

/// <summary>What was asked for on the command line.</summary>
internal sealed record LoadRequest(ScenarioKind Kind)
{
    private const int MostRate = 20_000;

    private static readonly TimeSpan s_longest = TimeSpan.FromDays(7);
    private static readonly TimeSpan s_shortest = TimeSpan.FromSeconds(1);

    public string? Target { get; init; }

    public string? Callback { get; init; }

    public string? Rate { get; init; }

    public string? Duration { get; init; }

    public string? Merchant { get; init; }

    public string? Secret { get; init; }

    public string? AdminToken { get; init; }

    public string? Seed { get; init; }

    public string? Report { get; init; }

    /// <summary>What is wrong with it, and what to do, in a sentence.</summary>
    public string? Problem => this switch
    {
        { Target: { } target } when !IsAddress(target) => $"--target is an http address such as http://localhost:8585, and \"{target}\" is none.",
        { Target: { } target } when ProductionHosts.Contains(new Uri(target).Host) => "--target is a host of the vendor's where payouts are real. Load a sandbox.",
        { Callback: { } callback } when !IsAddress(callback) => $"--callback is an http address such as http://localhost:5000/payouts/callback, and \"{callback}\" is none.",
        { Rate: { } rate } when SettingText.Whole(rate) is not (>= 1 and <= MostRate) => $"--rate is a whole number from 1 to {MostRate}, and \"{rate}\" is none.",
        { Duration: { } duration } when SettingText.Duration(duration) is not { } span || span < s_shortest || span > s_longest =>
            $"--duration is a time from 1s to 7d, such as 30s, 5m or PT5M, and \"{duration}\" is none.",
        { Merchant: { } merchant } when !(long.TryParse(merchant, CultureInfo.InvariantCulture, out var id) && id > 0) => $"--merchant is a merchant's number, such as 9970, and \"{merchant}\" is none.",
        { Secret.Length: 0 } => "--secret is empty; leave it out to use the published one of merchant 9970.",
        { Secret: not null, Merchant: null } => "--secret belongs to a merchant; say whose it is with --merchant.",
        { Merchant: not null and not "9970", Secret: null } => "only merchant 9970 has a published secret; give this merchant's with --secret or FPS_PAYOUT_SECRET.",
        { Seed: { } seed } when SettingText.Whole(seed) is null => $"--seed is a whole number from 0, and \"{seed}\" is none.",
        { Report: { } report } when File.Exists(report) => $"--report is a folder, and {report} is a file. Name another one; it is made if it is not there.",
        _ => null,
    };

    /// <summary>When nothing is wrong.</summary>
    public LoadSize Size => new(
        Rate is null ? Kind.Size.Rate : SettingText.Whole(Rate)!.Value,
        Duration is null ? Kind.Size.Duration : SettingText.Duration(Duration)!.Value);

    /// <summary>When nothing is wrong.</summary>
    public EnvironmentRequest Bench => new()
    {
        Target = Target is null ? null : new Uri(Target),
        Callback = Callback,
        MerchantId = Merchant is null ? null : long.Parse(Merchant, CultureInfo.InvariantCulture),
        PayoutSecret = Secret,
        AdminToken = AdminToken,
        Seed = Seed is null ? 1 : SettingText.Whole(Seed)!.Value,
        NeedsSandbox = Kind.NeedsSandbox,
        ClientTimeout = Kind.ClientTimeout,
    };

    /// <summary>Never with the secret.</summary>
    public override string ToString() => $"{Kind.Name} on {Target ?? "a sandbox of its own"}";

    private static bool IsAddress(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var address) && (address.Scheme == Uri.UriSchemeHttp || address.Scheme == Uri.UriSchemeHttps) && address.UserInfo.Length == 0;
}
