using FreedomPaySandbox.ContractTests.Messages;
using FreedomPaySandbox.ContractTests.Steering;
using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Emulator.Gateway.Operations;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;
using Xunit.Abstractions;

namespace FreedomPaySandbox.ContractTests.Fuzzing;

/// <summary>Requests that were readable before they were spoilt.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class RequestFuzzTests(ITestOutputHelper output)
{
    private const int PerRun = 20_000;

    /// <summary>Of the wall clock, which goes on while a busy machine does something else.</summary>
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(3);

    /// <summary>
    /// What a read may take beyond what its length gives it: buffers of the XML reader and of the pipe, small ones of each field.
    /// </summary>
    private const long MemoryAtLeast = 192 * 1024;

    private const long MemoryPerByte = 24;

    [Fact]
    public void Whatever_comes_is_read_or_refused_quickly_and_in_little_memory_and_twice_alike()
    {
        var run = FuzzRun.Create(PerRun);
        var tally = new FuzzTally();
        foreach (var number in run.Numbers)
        {
            var dice = run.Dice(number);
            var request = Mutation.Apply(ValidRequests.Any(dice), dice);
            try
            {
                tally.Add(Read(request), request);
                var again = Reading(request with { Piece = 1 + dice.Below(700), Announced = request.Announced != request.Content.Length > 0 });
                Assert.Equal(tally.Last, Shown(again));
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                run.Fail(number, fault, request);
            }
        }

        output.WriteLine(tally.ToString());
        Assert.True(tally.Slowest < s_longest, $"{run}: {tally}");

        // A fuzzer whose requests are all refused at the first byte, or all read, tries little.
        if (run.Cases >= PerRun)
            Assert.All([tally.ReadCount, tally.RefusedCount], count => Assert.InRange(count, run.Cases / 10, run.Cases));
    }

    private static FuzzReading Read(FuzzCase request)
    {
        var started = TimeProvider.System.GetTimestamp();
        var memory = GC.GetAllocatedBytesForCurrentThread();
        var reading = Reading(request);
        memory = GC.GetAllocatedBytesForCurrentThread() - memory;
        var duration = TimeProvider.System.GetElapsedTime(started);
        Assert.InRange(memory, 0, MemoryAtLeast + (MemoryPerByte * request.Content.Length));
        Handle(reading);
        return new FuzzReading(Shown(reading), reading.IsRead, duration, memory);
    }

    private static RequestReading Reading(FuzzCase request)
    {
        var reading = RequestReader.ReadAsync(request.Request(), CancellationToken.None);
        Assert.True(reading.IsCompleted);
        return reading.GetAwaiter().GetResult();
    }

    // What comes before anything is kept: whatever was read, the answer is yes or no.
    private static void Handle(RequestReading reading)
    {
        if (!reading.IsRead)
        {
            Assert.InRange(reading.Refusal.Status, 400, 499);
            Assert.InRange(reading.Refusal.Text.Length, 1, 200);
            return;
        }

        Assert.InRange(reading.Fields.Count, 0, MessageLimits.Default.MaxFields);
        Signature.Verify("p2p2nonreg", reading.Fields, MerchantSecrets.Published.Payout);
        PayToCard.Read(reading.Fields, Merchant.Default);
    }

    private static string Shown(RequestReading reading) =>
        reading.IsRead ? MessageText.Write(reading.Fields) : $"{reading.Refusal.Status} {reading.Refusal.Text}";
}
