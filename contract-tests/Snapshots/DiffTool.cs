using DiffEngine;

namespace VerifyXunit;

/// <summary>Opens the developer's own diff tool on a snapshot that failed; on a build server nobody would see it.</summary>
internal static class DiffTool
{
    public static Task ShowAsync(Snapshot snapshot)
    {
        var nothingToShow = !File.Exists(snapshot.Received);
        return nothingToShow || BuildServerDetector.Detected || DiffRunner.Disabled
            ? Task.CompletedTask
            : DiffRunner.LaunchAsync(snapshot.Received, snapshot.Verified);
    }
}
