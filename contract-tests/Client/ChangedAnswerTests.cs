using System.Text;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Messages;
using FsCheck;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>
/// One changed byte anywhere in a signed answer is refused, or means the same. The same is meant, and nothing else, by other white space
/// between elements, before a tag's <c>&gt;</c> or in the prolog, by another name of the encoding there (the text is decoded by then), by
/// a line end written as CR, by an entity written otherwise, and by a change in a field that the client does not tell.
/// </summary>
public sealed class ChangedAnswerTests
{
    private static readonly byte[] s_telling = [.. "\0\t\n\r \"&'<>/;=!?-[]0159azAZ_"u8, 0x7F, 0x80, 0xC3, 0xFF];

    public static TheoryData<string> Operations => OperationCall.Names;

    [Theory]
    [MemberData(nameof(Operations))]
    [Proves("S-3", "S-8")]
    public async Task Every_byte_of_the_documented_answer_changed_to_every_telling_one(string operation)
    {
        var call = OperationCall.ByName(operation);
        var sent = Encoding.UTF8.GetBytes(call.Answer.Signed);
        var client = Gateway.Client(StubGateway.Answering(sent));
        var told = await call.Ask(client);
        var refused = 0;
        for (var at = 0; at < sent.Length; at++)
        {
            var right = sent[at];
            foreach (var wrong in s_telling.Append((byte)(right ^ 1)).Append((byte)(right ^ 0x20)))
            {
                sent[at] = wrong;
                refused += await ToldAsync(() => call.Ask(client)) is { } result ? Same(told, result, sent) : 1;
            }

            sent[at] = right;
        }

        Assert.InRange(refused, sent.Length * s_telling.Length * 8 / 10, int.MaxValue);
    }

    [Fact]
    [Proves("S-3", "S-8")]
    public void Any_byte_of_any_answer_changed_dropped_or_added() => FixedSeed.ForAll(Examples(), example =>
    {
        var payout = Gateway.Payout with { OrderId = example.Order };
        var signed = Encoding.UTF8.GetBytes(Answer.Accepted.With("pg_order_id", example.Order).With("pg_reference", example.Reference).Signed);
        var told = StubGateway.Answering(signed).PayAsync(payout).GetAwaiter().GetResult();
        var changed = example.Change.Generate(signed);

        if (ToldAsync(async () => await StubGateway.Answering(changed).PayAsync(payout)).GetAwaiter().GetResult() is { } result)
            Same(told, result, changed);
    });

    [Theory]
    [MemberData(nameof(Operations))]
    public void Any_byte_changed_dropped_or_added_in_what_the_gateway_says_of_any_call(string operation) => FixedSeed.ForAll(Texts(), example =>
    {
        var call = OperationCall.ByName(operation);
        foreach (var answer in new[] { call.Answer.Plus("pg_note", example.Text), call.Answer.Refusing("8888", example.Text), call.Answer.Refusing("9999") })
        {
            var signed = Encoding.UTF8.GetBytes(answer.Signed);
            var told = call.ToldAsync(StubGateway.Answering(signed)).GetAwaiter().GetResult();
            var changed = example.Change.Generate(signed);
            if (ToldAsync(() => call.ToldAsync(StubGateway.Answering(changed))).GetAwaiter().GetResult() is { } result)
                Same(told, result, changed);
        }
    });

    private static int Same(object told, object result, byte[] sent)
    {
        Assert.True(told.Equals(result), $"told {result} of {Encoding.UTF8.GetString(sent)}");
        return 0;
    }

    private static async Task<object?> ToldAsync(Func<Task<object>> ask)
    {
        try
        {
            return await ask();
        }
        catch (Exception fault) when (fault is AnswerSignatureException or MalformedAnswerException)
        {
            return null;
        }
    }

    private static Gen<(string Text, ByteChange Change)> Texts() =>
        from text in AnyMessage.Text.Select(text => text.Replace('\r', ' '))
        from change in ByteChange.Any
        select (text, change);

    private static Gen<(string Order, string Reference, ByteChange Change)> Examples() =>
        from order in AnyMessage.Text.Select(text => "o" + string.Concat(text.Replace('\r', ' ').EnumerateRunes().Take(49)))
        from reference in AnyMessage.Text.Select(text => text.Replace('\r', ' '))
        from change in ByteChange.Any
        select (order, reference, change);
}
