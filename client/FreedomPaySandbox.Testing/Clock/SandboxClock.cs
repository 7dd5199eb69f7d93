using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>
/// The clock by which payouts settle and callbacks fall due: a merchant's own, or those of all together with that of merchants still
/// to be made. It goes with the machine's until it is moved.
/// </summary>
public sealed class SandboxClock
{
    private const string Path = "clock";

    private readonly AdminScope _scope;

    internal SandboxClock(AdminScope scope) => _scope = scope;

    /// <summary>What it shows.</summary>
    /// <exception cref="SandboxException">The sandbox refused or could not be reached.</exception>
    public async Task<DateTimeOffset> NowAsync(CancellationToken cancellation = default) =>
        (await _scope.GetAsync(Path, AdminJson.Default.ClockSetting, cancellation)).Now!.Value;

    /// <summary>
    /// Advances it from one callback that is due to the next, and returns when all that is due by then was attempted. An endpoint that
    /// hangs is waited for, in real time, as long as the merchant's callback time-out says.
    /// </summary>
    /// <param name="by">How far, up to 366 days.</param>
    /// <param name="cancellation">Stops where it is.</param>
    /// <returns>What happened on the way.</returns>
    /// <exception cref="SandboxException">That is too far or backwards, or the sandbox could not be reached.</exception>
    public Task<ClockAdvance> AdvanceAsync(TimeSpan by, CancellationToken cancellation = default) => _scope.SendAsync(
        HttpMethod.Post, Path + "/advance", AdminJson.Body(new ClockStep(by), AdminJson.Default.ClockStep), AdminJson.Default.ClockAdvance, cancellation);

    /// <summary>Lets it stand at a moment: nothing goes out and nothing settles until it is advanced.</summary>
    /// <exception cref="SandboxException">The sandbox refused or could not be reached.</exception>
    public Task FreezeAtAsync(DateTimeOffset moment, CancellationToken cancellation = default) =>
        PutAsync(new ClockSetting(moment, Frozen: true), cancellation);

    /// <summary>Makes it jump. What is due by then goes out by itself, all at once; to wait for it, advance instead.</summary>
    /// <param name="moment">What it shall show, to the millisecond.</param>
    /// <param name="frozen">Whether it stands from then on; as before when left out.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="SandboxException">The sandbox refused or could not be reached.</exception>
    public Task SetAsync(DateTimeOffset moment, bool? frozen = null, CancellationToken cancellation = default) =>
        PutAsync(new ClockSetting(moment, frozen), cancellation);

    /// <summary>Sets it back to where it began.</summary>
    /// <exception cref="SandboxException">The sandbox refused or could not be reached.</exception>
    public Task ResetAsync(CancellationToken cancellation = default) => _scope.SendAsync(HttpMethod.Post, Path + "/reset", null, cancellation);

    private Task PutAsync(ClockSetting setting, CancellationToken cancellation) =>
        _scope.SendAsync(HttpMethod.Put, Path, AdminJson.Body(setting, AdminJson.Default.ClockSetting), cancellation);
}

/// <summary>What happened while a clock was advanced.</summary>
/// <param name="Now">What the clock shows afterwards.</param>
/// <param name="Settled">Payouts in process that became final.</param>
/// <param name="Attempts">Callback attempts made.</param>
/// <param name="Delivered">Callbacks that were answered with 200.</param>
/// <param name="DeadLetters">Callbacks whose last attempt failed.</param>
/// <param name="Pending">Callbacks that are due later.</param>
/// <param name="NextDue">When the first of them is due; nothing when none is.</param>
public sealed record ClockAdvance(
    DateTimeOffset Now, long Settled, long Attempts, long Delivered, long DeadLetters, long Pending, DateTimeOffset? NextDue);

/// <summary>What a clock shows, or shall show.</summary>
internal sealed record ClockSetting([property: JsonConverter(typeof(MomentJson))] DateTimeOffset? Now, bool? Frozen);

/// <summary>How far a clock shall be advanced.</summary>
internal sealed record ClockStep([property: JsonConverter(typeof(DurationJson))] TimeSpan By);
