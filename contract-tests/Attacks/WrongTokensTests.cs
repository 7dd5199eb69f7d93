using System.Net;
using FreedomPaySandbox.ContractTests.Time;
using FreedomPaySandbox.Emulator.Admin;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.ContractTests.Attacks;

// Somebody tries tokens by the thousand, from one address and from many.
public sealed class WrongTokensTests
{
    private static readonly AdminToken s_token = AdminToken.TryCreate("open-sesame-7")!;
    private static readonly IPAddress s_here = IPAddress.Loopback;

    private readonly ManualTime _time = new();
    private readonly WrongTokens _wrong;

    public WrongTokensTests() => _wrong = new WrongTokens(_time);

    [Fact]
    public void Each_wrong_token_after_the_fifth_costs_twice_the_wait_up_to_a_minute()
    {
        var waits = new List<double>();
        for (var guess = 0; guess < 15; guess++)
        {
            var trial = Try($"guess {guess}");
            if (trial.Wait is { } wait)
            {
                waits.Add(wait.TotalSeconds);
                _time.Advance(wait);
                Assert.Null(Try($"guess {guess}").Wait);
            }
        }

        Assert.Equal([1, 2, 4, 8, 16, 32, 60, 60, 60, 60], waits);
    }

    [Fact]
    public void In_a_day_few_tokens_can_be_tried()
    {
        var tried = 0;
        for (var end = _time.GetUtcNow().AddDays(1); _time.GetUtcNow() < end;)
        {
            var trial = Try($"guess {tried}");
            if (trial.Wait is { } wait)
                _time.Advance(wait);
            else
                tried++;
        }

        Assert.InRange(tried, 5, 1500);
    }

    [Fact]
    public void Right_token_is_not_looked_at_while_one_has_to_wait()
    {
        Exhaust();
        Assert.False(Try("open-sesame-7").IsRight);
        _time.Advance(TimeSpan.FromMinutes(1));
        Assert.True(Try("open-sesame-7").IsRight);
    }

    [Fact]
    public void Right_token_gives_no_new_guesses()
    {
        for (var guess = 0; guess < 4; guess++)
            Try($"guess {guess}");
        Assert.True(Try("open-sesame-7").IsRight);
        Try("guess 4");
        Assert.NotNull(Try("guess 5").Wait);
    }

    [Theory]
    [InlineData("127.0.0.1", "::ffff:127.0.0.1", true)]
    [InlineData("2001:db8::1", "2001:db8::2:3:4", true)]
    [InlineData("2001:db8::1", "2001:db8:0:1::1", false)]
    [InlineData("127.0.0.1", "127.0.0.2", false)]
    [InlineData("::1", "127.0.0.1", false)]
    public void Addresses_of_one_network_of_IPv6_are_one(string one, string other, bool same)
    {
        Exhaust(IPAddress.Parse(one));
        Assert.Equal(same, Try("open-sesame-7", IPAddress.Parse(other)).Wait is not null);
    }

    [Fact]
    public void Addresses_remembered_are_bounded_and_the_quietest_is_forgotten()
    {
        Exhaust();
        for (var i = 0; i < WrongTokens.MostAddresses; i++)
        {
            _time.Advance(TimeSpan.FromMilliseconds(1));
            Try("guess", new IPAddress([10, 0, (byte)(i >> 8), (byte)i]));
        }

        Assert.Equal(WrongTokens.MostAddresses, _wrong.Addresses);
        Assert.True(Try("open-sesame-7").IsRight);
    }

    [Fact]
    public void Quarter_of_an_hour_without_a_wrong_token_begins_anew()
    {
        Exhaust();
        _time.Advance(TimeSpan.FromMinutes(16));
        for (var guess = 10; guess < 14; guess++)
            Assert.Null(Try($"guess {guess}").Wait);
        Assert.True(Try("open-sesame-7").IsRight);
    }

    [Fact]
    public void Guesses_at_once_are_no_more_than_one_after_the_other()
    {
        var looked = 0;
        Parallel.For(0, 500, guess =>
        {
            if (Try($"guess {guess}").Wait is null)
                Interlocked.Increment(ref looked);
        });
        Assert.Equal(WrongTokens.Free, looked);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\u0000")]
    [InlineData("\ud800")]
    [InlineData("open-sesame-7 ")]
    [InlineData("OPEN-SESAME-7")]
    public void Odd_text_is_a_wrong_token(string text) => Assert.Equal(TokenCheck.Wrong, Try(text));

    private void Exhaust(IPAddress? from = null)
    {
        for (var guess = 0; guess < WrongTokens.Free; guess++)
            Try($"guess {guess}", from);
    }

    private TokenCheck Try(string text, IPAddress? from = null) => _wrong.Try(s_token, text, from ?? s_here);
}
