using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Emulator.Admin;
using FreedomPaySandbox.Emulator.Clock;

namespace FreedomPaySandbox.ContractTests.Admin;

public sealed class LongPollTests
{
    private readonly ManualTime _time = new();
    private readonly ChangeSignal _changes = new();
    private readonly PauseTime _pausing;
    private int _count;
    private int _looks;

    public LongPollTests() => _pausing = new PauseTime(_time);

    [Fact]
    public async Task What_is_enough_at_once_is_returned_at_once()
    {
        _count = 3;
        Assert.Equal(3, await PollAsync(enough: 3, seconds: 60));
        Assert.Equal(1, _looks);
    }

    [Fact]
    public async Task Without_a_wait_there_is_one_look()
    {
        Assert.Equal(0, await PollAsync(enough: 1, seconds: 0));
        Assert.Equal(1, _looks);
    }

    [Fact]
    public async Task A_beat_makes_it_look_again()
    {
        var poll = PollAsync(enough: 2, seconds: 60);
        await _pausing.PauseAsync();

        _count = 1;
        _changes.Notify();
        await _pausing.PauseAsync();
        Assert.Equal(2, _looks);
        Assert.False(poll.IsCompleted);
        _count = 2;
        _changes.Notify();

        Assert.Equal(2, await poll.WaitAsync(Patience.Limit));
    }

    [Fact]
    public async Task A_beat_during_a_look_is_not_lost()
    {
        var first = true;
        var poll = LongPoll.UntilAsync(
            _changes,
            _ =>
            {
                var seen = _count;
                if (first)
                {
                    // Comes after the look and before the wait.
                    (first, _count) = (false, 1);
                    _changes.Notify();
                }

                return Task.FromResult(seen);
            },
            seen => seen == 1,
            TimeSpan.FromSeconds(60),
            _time,
            CancellationToken.None);

        Assert.Equal(1, await poll.WaitAsync(Patience.Limit));
    }

    [Fact]
    public async Task What_gives_no_beat_is_seen_a_quarter_of_a_second_later()
    {
        var poll = PollAsync(enough: 1, seconds: 60);
        await _pausing.PauseAsync();

        _count = 1;
        _time.Advance(TimeSpan.FromMilliseconds(249));
        Assert.Equal(1, _looks);
        _time.Advance(TimeSpan.FromMilliseconds(1));

        Assert.Equal(1, await poll.WaitAsync(Patience.Limit));
    }

    [Fact]
    public async Task When_the_wait_is_over_what_was_seen_last_is_returned()
    {
        var poll = PollAsync(enough: 9, seconds: 0.6);
        foreach (var milliseconds in (int[])[250, 250, 100])
        {
            var pause = await _pausing.PauseAsync();
            Assert.Equal(TimeSpan.FromMilliseconds(milliseconds), pause);
            Assert.False(poll.IsCompleted);
            _count++;
            _time.Advance(pause);
        }

        Assert.Equal(3, await poll.WaitAsync(Patience.Limit));
        Assert.Equal(4, _looks);
    }

    [Fact]
    public async Task Who_goes_away_is_not_waited_for()
    {
        using var gone = new CancellationTokenSource();
        var poll = PollAsync(enough: 1, seconds: 60, gone.Token);
        await _pausing.PauseAsync();

        await gone.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => poll.WaitAsync(Patience.Limit));
    }

    [Fact]
    public async Task A_look_that_fails_fails_the_poll() => await Assert.ThrowsAsync<InvalidDataException>(() => LongPoll.UntilAsync<int>(
        _changes, _ => throw new InvalidDataException(), _ => true, TimeSpan.FromSeconds(1), _time, CancellationToken.None));

    [Theory]
    [InlineData(null, 0)]
    [InlineData("0s", 0)]
    [InlineData("5s", 5)]
    [InlineData("PT5S", 5)]
    [InlineData("500ms", 0.5)]
    [InlineData("60s", 60)]
    [InlineData("1m", 60)]
    public void A_wait_is_a_duration_of_at_most_a_minute(string? text, double seconds) =>
        Assert.Equal(TimeSpan.FromSeconds(seconds), LongPoll.GetWait(text));

    [Theory]
    [InlineData("")]
    [InlineData("5")]
    [InlineData("61s")]
    [InlineData("PT61S")]
    [InlineData("-1s")]
    [InlineData("P-1D")]
    [InlineData("soon")]
    public void Anything_else_is_no_wait(string text) => Assert.Null(LongPoll.GetWait(text));

    private Task<int> PollAsync(int enough, double seconds, CancellationToken cancellation = default) => LongPoll.UntilAsync(
        _changes,
        _ =>
        {
            _looks++;
            return Task.FromResult(_count);
        },
        seen => seen >= enough,
        TimeSpan.FromSeconds(seconds),
        _pausing,
        cancellation);
}
