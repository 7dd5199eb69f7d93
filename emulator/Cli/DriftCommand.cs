using System.CommandLine;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Signing;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary><c>drift</c>: plays the protocol's scenarios against a gateway and tells where it does otherwise than the sandbox.</summary>
internal static class DriftCommand
{
    public static Command Create() => Create(Console.ReadLine, SecretVariables.GetName, TimeProvider.System);

    /// <summary>The command, with what it reads of its surroundings.</summary>
    public static Command Create(Func<string?> readLine, Func<string, string?> environment, TimeProvider time)
    {
        var url = new Option<string?>("--url") { Description = "The gateway, such as a test host of the vendor's.", HelpName = "address" };
        var merchant = new Option<long>("--merchant") { Description = "Your merchant's number.", HelpName = "id", DefaultValueFactory = _ => Merchant.DefaultId };
        var payout = new Option<string?>("--payout-secret") { Description = "Otherwise FPS_PAYOUT_SECRET, otherwise the published one.", HelpName = "text" };
        var receive = new Option<string?>("--receive-secret") { Description = "Otherwise FPS_RECEIVE_SECRET, otherwise the payout secret.", HelpName = "text" };
        var pays = new Option<bool>("--pay-test-cards") { Description = "Make payouts, too: of one unit each, to published test cards. Else it only asks." };
        var production = new Option<string?>("--production-host") { Description = "The production host that you mean to call, by name; you are asked once more.", HelpName = "host" };
        var callback = new Option<string?>("--callback-url") { Description = "Under which address the gateway reaches this machine; callbacks are compared only with it, or on this machine.", HelpName = "address" };
        var listen = new Option<string?>("--listen") { Description = "Where to listen for callbacks, such as http://0.0.0.0:9099.", HelpName = "address" };
        var record = new Option<string?>("--record") { Description = "A file to keep what came back in, without secrets and card numbers.", HelpName = "path" };
        var corpus = new Option<string?>("--corpus") { Description = "Such a file, to compare with instead of a gateway: no network is needed.", HelpName = "path" };

        var command = new Command("drift", "Plays the protocol's scenarios against a gateway, and tells by rule where it does otherwise than the sandbox. Ends with 2 when it does.")
        {
            url, merchant, payout, receive, pays, production, callback, listen, record, corpus,
        };
        command.SetAction((parsed, cancellation) => new DriftSession(readLine, time, parsed.InvocationConfiguration)
        {
            Url = parsed.GetValue(url),
            MerchantId = parsed.GetValue(merchant),
            Secrets = GetSecrets(parsed.GetValue(payout), parsed.GetValue(receive), environment),
            Pays = parsed.GetValue(pays),
            ProductionHost = parsed.GetValue(production),
            CallbackUrl = parsed.GetValue(callback),
            Listen = parsed.GetValue(listen),
            Record = parsed.GetValue(record),
            CorpusFile = parsed.GetValue(corpus),
        }.RunAsync());
        return command;
    }

    private static MerchantSecrets GetSecrets(string? payout, string? receive, Func<string, string?> environment)
    {
        payout ??= environment(SignSecretSource.PayoutVariable);
        receive ??= environment(SignSecretSource.ReceiveVariable);
        return payout is null && receive is null
            ? MerchantSecrets.Published
            : new MerchantSecrets(payout ?? receive!, receive ?? payout!);
    }
}
