using BenchmarkDotNet.Attributes;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Benchmarks;

/// <summary>The answer to an accepted payout.</summary>
public class AnswerBenchmarks
{
    private readonly Parameters _fields = Signed();

    /// <summary>Fields, dates, salt and signature.</summary>
    /// <returns>The fields, signed.</returns>
    [Benchmark]
    public Parameters Sign() => Signed();

    /// <summary>The same as the vendor's XML.</summary>
    /// <returns>The document.</returns>
    [Benchmark]
    public string Write() => XmlMessage.Write(Fields.Response, _fields);

    private static Parameters Signed()
    {
        var date = WireDate.Iso(new DateTimeOffset(2026, 1, 15, 9, 0, 0, TimeSpan.Zero));
        var fields = new Parameters
        {
            { Fields.PaymentId, "2143041741" },
            { Fields.MerchantId, "9970" },
            { Fields.OrderId, "1234" },
            { Fields.Status, "ok" },
            { Fields.Balance, "999999900" },
            { Fields.PaymentAmount, "100" },
            { Fields.PaymentDate, date },
            { Fields.Reference, "PDLJ2H9M0VK6IF" },
            { Fields.Salt, "5m5bv0F3Znxmv0fQ" },
            { Fields.DateTime, date },
        };
        fields.Insert(fields.Count - 1, new Parameter(Fields.Signature, Signature.Compute(PayoutMessage.Script, fields, PayoutMessage.Secret)));
        return fields;
    }
}
