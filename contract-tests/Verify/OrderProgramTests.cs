using FreedomPaySandbox.ContractTests.Processes;
using FreedomPaySandbox.Protocol;
using FreedomPaySandbox.Verification.Callbacks;

namespace FreedomPaySandbox.ContractTests.Verification;

public sealed class OrderProgramTests
{
    private static readonly VerifyOrder s_order = new("verify-1", 1, new Amount(10050), DateTimeOffset.UnixEpoch);

    [UnixFact]
    public async Task It_is_run_with_the_id_and_the_amount() =>
        Assert.Null(await TellAsync("sh", "-c", "test \"$0 $1\" = 'verify-1 100.50'"));

    [UnixFact]
    public async Task One_that_fails_is_told() =>
        Assert.Equal("Order verify-1 could not be told: sh ended with 3, and 0 was due.", await TellAsync("sh", "-c", "exit 3"));

    [Fact]
    public async Task One_that_there_is_not_is_told() =>
        Assert.Contains("cannot be run", await TellAsync("no-such-program-anywhere"), StringComparison.Ordinal);

    private static Task<string?> TellAsync(params string[] words) =>
        new OrderProgram(words, TimeSpan.FromSeconds(30), TimeProvider.System).TellAsync(s_order, CancellationToken.None);
}
