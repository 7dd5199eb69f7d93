namespace FreedomPaySandbox.ContractTests.Doctor;

/// <summary>A step of signing done wrong: when it happens among the others, by which id it should be named, and how it is done.</summary>
internal sealed record WrongStep(int Turn, string Id, Action<HandSigner> Do)
{
    /// <summary>The signature that a call gets by these steps.</summary>
    public static string Sign(RandomCall call, params IEnumerable<WrongStep> steps)
    {
        var signer = new HandSigner(call);
        foreach (var step in steps.OrderBy(step => step.Turn))
            step.Do(signer);
        return signer.Signature;
    }

    public override string ToString() => Id;
}
