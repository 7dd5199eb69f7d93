using System.Reflection;
using System.Runtime.CompilerServices;

namespace VerifyXunit;

/// <summary>A comparison that starts when it is awaited, so that its settings can be added before.</summary>
public sealed class SettingsTask
{
    private readonly MethodInfo _test;
    private readonly string _target;
    private readonly string _extension;
    private string _directory;
    private object?[] _parameters = [];
    private Task? _task;

    internal SettingsTask(MethodInfo test, string? target, string extension, string directory)
    {
        (_test, _extension, _directory) = (test, extension, directory);
        _target = target switch
        {
            null => "null",
            "" => "emptyString",
            _ => target.ReplaceLineEndings("\n"),
        };
    }

    /// <summary>Appends the test's parameters to the name of the snapshot.</summary>
    public SettingsTask UseParameters(params object?[] parameters)
    {
        _parameters = parameters;
        return this;
    }

    /// <summary>Keeps the snapshot in another directory, relative to the test's file.</summary>
    public SettingsTask UseDirectory(string directory)
    {
        _directory = Path.Combine(_directory, directory);
        return this;
    }

    public Task ToTask() => _task ??= CompareAsync();

    public TaskAwaiter GetAwaiter() => ToTask().GetAwaiter();

    public static implicit operator Task(SettingsTask settings) => settings.ToTask();

    private async Task CompareAsync()
    {
        var snapshot = new Snapshot(_directory, SnapshotName.From(_test, _parameters), _extension);
        var failure = snapshot.Compare(_target);
        if (failure is null)
            return;
        await DiffTool.ShowAsync(snapshot);
        throw new VerifyException(failure);
    }
}
