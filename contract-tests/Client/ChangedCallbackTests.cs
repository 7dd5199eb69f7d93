using System.Text;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Messages;
using FsCheck;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>
/// One changed byte anywhere in a callback is refused, or means the same: a percent sign's digits in lower case, a plus for a space. There
/// is one exception, which lies in the protocol: it signs values, not names. A change in the <em>name</em> of an optional field makes
/// that field one that is not known, so the callback tells less; it never tells anything else.
/// </summary>
public sealed class ChangedCallbackTests
{
    [Fact]
    [Proves("S-3", "S-8")]
    public void Every_byte_of_the_documented_callbacks_changed_to_every_other()
    {
        foreach (var sent in new[] { SentCallback.Ok, SentCallback.Failed })
        {
            var told = Assert.IsType<Callback>(sent.Read());
            var reader = new CallbackReader(Gateway.Options());
            var body = sent.Body;
            for (var at = 0; at < body.Length; at++)
            {
                var right = body[at];
                for (var wrong = 0; wrong < 256; wrong++)
                {
                    body[at] = (byte)wrong;
                    if (sent.ReadBody(body, reader: reader) is Callback callback)
                        AssertTellsNothingElse(told, callback, IsInName(sent.Body, at));
                }

                body[at] = right;
            }
        }
    }

    [Fact]
    [Proves("S-3", "S-8")]
    public void Any_byte_of_any_callback_changed_dropped_or_added() => FixedSeed.ForAll(Examples(), example =>
    {
        var sent = SentCallback.Failed.With("pg_order_id", example.Order).With("pg_error_description", example.Text);
        if (sent.ReadBody(example.Change.Generate(sent.Body)) is Callback callback)
            AssertTellsNothingElse((Callback)sent.Read(), callback, IsInName(sent.Body, example.Change.At(sent.Body)));
    });

    [Fact]
    public void A_change_in_the_XML_of_a_callback_is_refused_or_means_the_same() => FixedSeed.ForAll(Examples(), example =>
    {
        var sent = SentCallback.Failed.With("pg_order_id", example.Order.Replace('\r', ' '));
        var xml = Encoding.UTF8.GetBytes(Sandboxes.SignedCall.GetXml(sent.Signed));
        var told = Assert.IsType<Callback>(sent.ReadBody(InForm(xml)));
        if (sent.ReadBody(InForm(example.Change.Generate(xml))) is Callback callback)
            Assert.Equal(told, callback);
    });

    private static byte[] InForm(byte[] xml) => Encoding.ASCII.GetBytes("pg_xml=" + string.Concat(xml.Select(octet => $"%{octet:X2}")));

    private static void AssertTellsNothingElse(Callback told, Callback changed, bool inName)
    {
        if (!inName)
        {
            Assert.Equal(told, changed);
            return;
        }

        Assert.Equal(told, changed with
        {
            Amount = changed.Amount ?? told.Amount,
            ToPay = changed.ToPay ?? told.ToPay,
            Balance = changed.Balance ?? told.Balance,
            CardMask = changed.CardMask ?? told.CardMask,
            Date = changed.Date ?? told.Date,
            ErrorCode = changed.ErrorCode ?? told.ErrorCode,
            ErrorDescription = changed.ErrorDescription ?? told.ErrorDescription,
        });
    }

    // The sign between name and value, and the one between two fields, count as the name's: a byte more there is one of the name.
    private static bool IsInName(byte[] body, int at)
    {
        var start = Array.LastIndexOf(body, (byte)'&', Math.Max(at - 1, 0)) + 1;
        return at <= Array.IndexOf(body, (byte)'=', start) || body[at] == '&';
    }

    private static Gen<(string Order, string Text, ByteChange Change)> Examples() =>
        from order in AnyMessage.Text.Where(text => text.Length > 0)
        from text in AnyMessage.Text
        from change in ByteChange.Any
        select (order, text, change);
}
