using System.Text;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Settings;
using Xunit.Abstractions;

namespace FreedomPaySandbox.ContractTests.Fuzzing;

/// <summary>
/// Files that people write: right ones, spoilt. Each is taken whole or refused with sentences, and never with an accident.
/// </summary>
public sealed class FileFuzzTests(ITestOutputHelper output)
{
    private const int SettingsPerRun = 2_000;
    private const int RulesPerRun = 20_000;

    private static readonly string[] s_settings =
    [
        """{"url": "http://localhost:8585", "adminToken": "token", "merchants": [{"id": 9970}, {"id": 530123, "payoutSecret": "another-payout-secret", "openingBalance": "1000.50", "settleAfter": "PT5S", "callbackSchedule": "0s,30m"}]}""",
        """{"store": ":memory:", "log": "problems", "merchants": [{"id": 1, "payoutSecret": "s", "seed": 7, "clock": "2026-01-15T09:00:00Z", "unknownCards": "Refuse", /* why */ "processAnswer": "Process",}],}""",
        "{}",
    ];

    private static readonly string[] s_rules =
    [
        """[{"name": "slow", "when": {"orderId": "salary-*", "amount": {"from": "1", "to": "100"}, "calls": [1, 3]}, "then": {"fault": "slow 2s"}}]""",
        """[{"when": {"card": "4405*", "operation": "p2p2nonreg"}, "then": {"outcome": "error 10001", "callback": "twice"}}, {"then": {"outcome": "process 5s, error 8888"}}]""",
        "[]",
    ];

    [Fact]
    public void A_settings_file_is_read_or_refused_with_sentences()
    {
        var run = FuzzRun.Create(SettingsPerRun);
        var (read, folder) = (0, Directory.CreateTempSubdirectory("sandbox-fuzz-"));
        try
        {
            foreach (var number in run.Numbers)
            {
                var file = Spoilt(s_settings, run.Dice(number));
                var path = Path.Combine(folder.FullName, "settings.json");
                File.WriteAllBytes(path, file);
                try
                {
                    var reader = new SettingsReader();
                    reader.ReadFile(path);
                    if (reader.Finish() is not null)
                        read++;
                    else
                        AssertSentences(reader.Problems);
                    Assert.DoesNotContain(reader.Lines(), line => line.Value.Contains("another-payout-secret", StringComparison.Ordinal));
                }
                catch (Exception fault) when (fault is not OutOfMemoryException)
                {
                    run.Fail(number, fault, Convert.ToBase64String(file));
                }
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }

        Tell(run, read, SettingsPerRun);
    }

    [Fact]
    public void Rules_are_read_or_refused_with_sentences_and_read_again_as_written()
    {
        var run = FuzzRun.Create(RulesPerRun);
        var read = 0;
        foreach (var number in run.Numbers)
        {
            var file = Spoilt(s_rules, run.Dice(number));
            try
            {
                var reading = RulesReader.Read(file, OperationNames.All);
                if (reading.Rules is not null)
                    read++;
                else
                    AssertSentences(reading.Problems);
            }
            catch (Exception fault) when (fault is not OutOfMemoryException)
            {
                run.Fail(number, fault, Convert.ToBase64String(file));
            }
        }

        Tell(run, read, RulesPerRun);
    }

    private static byte[] Spoilt(string[] valid, Dice dice)
    {
        var file = Encoding.UTF8.GetBytes(dice.Pick(valid));
        for (var times = dice.Below(4); times > 0; times--)
            file = Mutation.Spoil(file, dice);
        return file;
    }

    private static void AssertSentences(IReadOnlyList<string> problems)
    {
        Assert.NotEmpty(problems);
        Assert.All(problems, problem => Assert.InRange(problem.Length, 1, 4000));
    }

    // A fuzzer whose files are all read, or all refused, tries little.
    private void Tell(FuzzRun run, int read, int perRun)
    {
        output.WriteLine($"{run}: {run.Cases} files, {read} read");
        if (run.Cases >= perRun)
            Assert.InRange(read, run.Cases / 20, run.Cases - (run.Cases / 20));
    }
}
