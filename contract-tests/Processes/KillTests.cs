using System.Collections.Concurrent;
using System.Globalization;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Storage;
using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Payouts;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Processes;

/// <summary>What was answered is kept and what is owed is delivered, even when the process is killed in the middle of it.</summary>
[Collection(OwnProcesses.Name)]
public sealed class KillTests : IDisposable
{
    private const int Payouts = 500;
    private const int Clients = 16;

    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("kill-");
    private readonly ConcurrentDictionary<long, string> _answered = new();

    private string Store => Path.Combine(_directory.FullName, "sandbox.db");

    public void Dispose() => _directory.Delete(recursive: true);

    [Theory]
    [InlineData(1)]
    [InlineData(120)]
    [InlineData(400)]
    [Proves("N-9")]
    public async Task No_answered_payout_and_no_callback_is_lost_to_a_kill(int answeredBefore)
    {
        await using var merchant = await MerchantEndpoint.StartAsync();
        await using (var first = await SandboxProcess.StartAsync("--store", Store))
        {
            await PayUntilKilledAsync(first, merchant.Link(), answeredBefore);
            Assert.NotEqual(0, (await first.EndAsync()).ExitCode);
        }

        Assert.InRange(_answered.Count, answeredBefore, Payouts - 1);
        await using (var second = await SandboxProcess.StartAsync("--store", Store))
        {
            await ReceiveAllAsync(merchant, await PaymentsInStoreAsync());
            await second.SignalAsync("TERM");
            Assert.Equal(0, (await second.EndAsync()).ExitCode);
        }

        await using var store = await SandboxStore.OpenAsync(Store);
        var account = await store.States.OpenAsync(Merchant.Default, default, ClockReading.Machine);
        var payouts = await store.Payouts.AllAsync(account.Epoch, CancellationToken.None);
        AssertEachAnsweredIsThereOnce(payouts);
        AssertEachOwesOneCallback(payouts, await store.CallbacksAsync());
        Assert.Equal(
            Merchant.Default.OpeningBalance - new Amount(payouts.Sum(payout => payout.ToPay.Minor)),
            await store.States.BalanceAsync(account.Epoch, TimeProvider.System.GetUtcNow(), CancellationToken.None));
    }

    private async Task PayUntilKilledAsync(SandboxProcess sandbox, string link, int answeredBefore)
    {
        using var gateway = new HttpClient { BaseAddress = sandbox.Url };
        await Parallel.ForAsync(0, Payouts, new ParallelOptions { MaxDegreeOfParallelism = Clients }, async (number, _) =>
        {
            try
            {
                var answer = await new PayoutCall($"ORD{number}", link) { Amount = $"{number + 1}.5" }.SendAsync(gateway);
                _answered[long.Parse(answer.Element(Fields.PaymentId)!.Value, CultureInfo.InvariantCulture)] = answer.Element(Fields.OrderId)!.Value;
                if (_answered.Count >= answeredBefore)
                    sandbox.Kill();
            }
            catch (HttpRequestException)
            {
                // Killed meanwhile: the outcome is unknown to the merchant, and both are right.
            }
        });
    }

    private async Task<HashSet<long>> PaymentsInStoreAsync()
    {
        await using var source = Microsoft.Data.Sqlite.SqliteFactory.Instance.CreateDataSource($"Data Source={Store};Mode=ReadOnly;Pooling=False");
        await using var command = source.CreateCommand("select payment_id from payouts");
        await using var reader = await command.ExecuteReaderAsync();
        var payments = new HashSet<long>();
        while (await reader.ReadAsync())
            payments.Add(reader.GetInt64(0));
        return payments;
    }

    private static async Task ReceiveAllAsync(MerchantEndpoint merchant, HashSet<long> payments)
    {
        var patience = Patience.For("a callback of each payment");
        while (payments.Count > 0 && patience.GoesOn())
            payments.Remove(long.Parse((await merchant.NextAsync())[Fields.PaymentId], CultureInfo.InvariantCulture));
    }

    private void AssertEachAnsweredIsThereOnce(IReadOnlyList<Payout> payouts)
    {
        Assert.Equal(payouts.Count, payouts.Select(payout => payout.OrderId).Distinct(StringComparer.Ordinal).Count());
        var orders = payouts.ToDictionary(payout => payout.PaymentId, payout => payout.OrderId);
        Assert.All(_answered, answer => Assert.Equal(answer.Value, orders[answer.Key]));
    }

    private static void AssertEachOwesOneCallback(IReadOnlyList<Payout> payouts, List<KeptCallback> callbacks)
    {
        Assert.Equal(payouts.Select(payout => payout.PaymentId), callbacks.Select(callback => callback.PaymentId));
        Assert.All(callbacks, callback => Assert.Equal(CallbackState.Delivered, callback.State));
    }
}
