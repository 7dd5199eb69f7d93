namespace FreedomPaySandbox.Emulator.Faults;

/// <summary>All faults that rules may name.</summary>
internal static class GatewayFaultTable
{
    private static readonly GatewayFault[] s_withoutParameters =
    [
        new NoAnswer(),
        ConnectionReset.BeforePayout,
        ConnectionReset.AfterPayout,
        .. HttpError.BeforePayout,
        .. HttpError.AfterPayout,
        new TruncatedBody(),
        new MalformedXml(),
        new WrongSignature(),
        new NoSignature(),
        new WrongContentType(),
    ];

    /// <summary>The names, that of the slow answer first, which alone takes a delay.</summary>
    public static IReadOnlyList<string> Names { get; } = [SlowAnswer.FaultName, .. s_withoutParameters.Select(fault => fault.Name)];

    /// <summary>The fault of that name that takes no parameter.</summary>
    public static GatewayFault? Find(string name) =>
        s_withoutParameters.FirstOrDefault(fault => string.Equals(fault.Name, name, StringComparison.Ordinal));
}
