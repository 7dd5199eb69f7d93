using FreedomPaySandbox.Verification.Callbacks;

namespace FreedomPaySandbox.Verification.Reports;

/// <summary>How a verification is written into a file, by the file's name.</summary>
internal static class ReportForm
{
    public const string Names = ".html, .xml (JUnit) or .json";

    /// <returns>Nothing for a name that tells no form.</returns>
    public static Func<VerificationResult, string>? ForFile(string file) => Path.GetExtension(file).ToLowerInvariant() switch
    {
        ".html" or ".htm" => HtmlReport.Render,
        ".xml" => JunitReport.Render,
        ".json" => JsonReport.Render,
        _ => null,
    };
}
