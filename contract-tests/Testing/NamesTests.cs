using System.Reflection;
using FreedomPaySandbox.Emulator.Faults;
using FreedomPaySandbox.Emulator.Rules;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Testing;

namespace FreedomPaySandbox.ContractTests.Testing;

/// <summary>What tests write in C# is what the sandbox knows, and all of it.</summary>
public sealed class NamesTests
{
    [Fact]
    public void All_faults_have_a_name() => Assert.Equal(Sorted(GatewayFaultTable.Names), Sorted(Constants(typeof(GatewayFaults))));

    [Fact]
    public void All_callback_plans_have_a_name() =>
        Assert.Equal(Sorted(CallbackPlanKind.All.Select(kind => kind.Name)), Sorted(Constants(typeof(CallbackPlans))));

    [Fact]
    public void Outcomes_are_what_rules_call_them() => Assert.All(
        [Outcomes.Success, Outcomes.ProcessThenSuccess, Outcomes.Error(10001), Outcomes.ProcessThenError(10001)],
        text =>
        {
            Assert.True(Outcome.TryParse(text, out var outcome));
            Assert.Equal(text, outcome.ToString());
        });

    [Fact]
    public void All_settings_of_a_merchant_can_be_given() =>
        Assert.Equal(Sorted(MerchantSettingTable.All.Select(setting => setting.Member)), Sorted(Members<MerchantSettings>()));

    [Fact]
    public void All_of_a_rule_can_be_said()
    {
        Assert.Equal(Sorted([.. RulesReader.Known, .. RulesReader.PassedOver]), Sorted(Members<SandboxRule>()));
        Assert.Equal(Sorted(ConditionReader.Known), Sorted(Members<RuleWhen>()));
        Assert.Equal(Sorted(EffectReader.Known), Sorted(Members<RuleThen>()));
    }

    [Theory]
    [InlineData(typeof(CallbackState), typeof(Emulator.Callbacks.CallbackState))]
    [InlineData(typeof(PayoutStatus), typeof(Emulator.Payouts.PayoutStatus))]
    [InlineData(typeof(SignErrors), typeof(Emulator.Merchants.SignErrors))]
    [InlineData(typeof(DuplicateOrder), typeof(Emulator.Merchants.DuplicateOrder))]
    [InlineData(typeof(UnknownCards), typeof(Emulator.Merchants.UnknownCards))]
    [InlineData(typeof(ProcessAnswer), typeof(Emulator.Merchants.ProcessAnswer))]
    [InlineData(typeof(FailedCallbacks), typeof(Emulator.Merchants.FailedCallbacks))]
    public void Choices_are_those_of_the_sandbox(Type ours, Type its) => Assert.Equal(Sorted(Enum.GetNames(its)), Sorted(Enum.GetNames(ours)));

    [Theory]
    [InlineData(typeof(SandboxPayout), typeof(Emulator.Admin.Views.PayoutView))]
    [InlineData(typeof(SandboxCallback), typeof(Emulator.Admin.Views.CallbackView))]
    [InlineData(typeof(CallbackAttempt), typeof(Emulator.Admin.Views.AttemptView))]
    [InlineData(typeof(DeliveryAdvice), typeof(Emulator.Admin.Views.AdviceView))]
    [InlineData(typeof(SandboxFinding), typeof(Emulator.Admin.Views.FindingView))]
    [InlineData(typeof(SignatureDiagnosis), typeof(Emulator.Admin.Views.DiagnosisView))]
    [InlineData(typeof(SignatureDifference), typeof(Emulator.Signatures.FirstDifference))]
    [InlineData(typeof(SigningExample), typeof(Emulator.Admin.Views.CodeExampleView))]
    [InlineData(typeof(SandboxRequest), typeof(Emulator.Admin.Views.RequestView))]
    [InlineData(typeof(RequestCount), typeof(Emulator.Journal.JournalCount))]
    [InlineData(typeof(ClockAdvance), typeof(Emulator.UseCases.ClockAdvance))]
    public void All_that_is_shown_can_be_read(Type ours, Type its) => Assert.Equal(Sorted(Members(its)), Sorted(Members(ours)));

    [Fact]
    public async Task Every_setting_is_taken()
    {
        await using var sandbox = await Sandbox.StartAsync();
        await using var merchant = await sandbox.CreateMerchantAsync(new MerchantSettings
        {
            Id = 4711,
            PayoutSecret = "payout-secret",
            ReceiveSecret = "receive-secret",
            Balance = 12.34m,
            Currency = "UZS",
            Commission = 1.5m,
            UtcOffset = TimeSpan.FromHours(-3.5),
            SettleAfter = TimeSpan.FromMilliseconds(1500),
            CallbackSchedule = [TimeSpan.Zero, TimeSpan.FromMinutes(90)],
            CallbackTimeout = TimeSpan.FromSeconds(7),
            DisabledMethods = ["p2p2nonreg"],
            Seed = 8,
            Clock = new DateTimeOffset(2026, 1, 15, 9, 0, 0, TimeSpan.Zero),
            SignErrors = SignErrors.Always,
            DuplicateOrder = DuplicateOrder.Accept,
            UnknownCards = UnknownCards.Refuse,
            ProcessAnswer = ProcessAnswer.OkWithPaymentStatus,
            FailedCallbacks = FailedCallbacks.Skip,
            CallbackScriptName = Protocol.CallbackScriptName.PreviousSegment,
            StrictBankDetails = true,
        });
        using var admin = new HttpClient();
        await Verify(await admin.GetStringAsync(new Uri(sandbox.Address, "/__admin/merchants/4711")), "json");
    }

    private static IEnumerable<string> Constants(Type type) => type.GetFields(BindingFlags.Public | BindingFlags.Static)
        .Where(field => field.IsLiteral)
        .Select(field => (string)field.GetRawConstantValue()!);

    private static IEnumerable<string> Members<T>() => Members(typeof(T));

    private static IEnumerable<string> Members(Type type) => type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        .Select(property => char.ToLowerInvariant(property.Name[0]) + property.Name[1..]);

    private static string Sorted(IEnumerable<string> names) => string.Join(", ", names.Order(StringComparer.Ordinal));
}
