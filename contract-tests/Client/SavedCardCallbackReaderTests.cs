using System.Text;
using FreedomPaySandbox.Client;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Messages;
using FsCheck;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Client;

public sealed class SavedCardCallbackReaderTests
{
    private static readonly SavedCardCallback s_saved = new(2_143_041_741, "user-1", Gateway.Token)
    {
        CardMask = "440564-XX-XXXX-6150",
        Salt = "ECBZG676W2yAxseB",
    };

    [Fact]
    public void A_saved_card_is_read_with_its_token()
    {
        Assert.Equal(s_saved, SentCallback.SavedCard.ReadSavedCard());
        Assert.Equal(s_saved, SentCallback.SavedCard.ReadSavedCard(reader: new SavedCardCallbackReader(9970, Gateway.ReceiveSecret)));
    }

    [Fact]
    public void The_mask_may_be_missing_and_what_is_not_known_is_passed_over()
    {
        Assert.Equal(s_saved with { CardMask = null }, SentCallback.SavedCard.Without("pg_card_hash").ReadSavedCard());
        Assert.Equal(s_saved, SentCallback.SavedCard.With("pg_card_brand", "VISA").ReadSavedCard());
    }

    [Fact]
    public void One_signed_with_the_payout_secret_is_refused_and_told_for_that()
    {
        var problem = AssertProblem(
            CallbackProblemKind.WrongSignature, "signed with the payout secret", (SentCallback.SavedCard with { Secret = Gateway.Secret }).ReadSavedCard());
        Assert.DoesNotContain(Gateway.Secret, problem.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Gateway.ReceiveSecret, problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_wrong_signature_is_told_with_what_to_check()
    {
        var problem = AssertProblem(CallbackProblemKind.WrongSignature, "'saved'", (SentCallback.SavedCard with { Secret = "guessed" }).ReadSavedCard());
        Assert.Contains("receive secret", problem.Text, StringComparison.Ordinal);
        AssertProblem(CallbackProblemKind.WrongSignature, "'saved'", (SentCallback.SavedCard with { Script = "add" }).ReadSavedCard());
        AssertProblem(
            CallbackProblemKind.WrongSignature, "set CallbackScriptName to PreviousSegment", (SentCallback.SavedCard with { Url = "/saved/" }).ReadSavedCard());
    }

    [Fact]
    public void The_two_kinds_of_callbacks_are_not_taken_for_each_other()
    {
        AssertProblem(CallbackProblemKind.WrongSignature, "belongs to another address", SentCallback.SavedCard.Read(new CallbackReader(Gateway.OptionsWithBoth())));
        AssertProblem(CallbackProblemKind.WrongSignature, "belongs to another address", SentCallback.Ok.ReadSavedCard());

        // A merchant may have one secret for both.
        AssertProblem(CallbackProblemKind.MissingField, "pg_order_id", (SentCallback.SavedCard with { Secret = Gateway.Secret }).Read());
        AssertProblem(CallbackProblemKind.MissingField, "pg_user_id", (SentCallback.Ok with { Secret = Gateway.ReceiveSecret }).ReadSavedCard());
    }

    [Theory]
    [InlineData("pg_payment_id")]
    [InlineData("pg_user_id")]
    [InlineData("pg_card_token")]
    [InlineData("pg_status")]
    [InlineData("pg_merchant_id")]
    public void One_that_lacks_what_makes_it_one_is_told_for_that(string field) =>
        AssertProblem(CallbackProblemKind.MissingField, field, SentCallback.SavedCard.Without(field).ReadSavedCard());

    [Theory]
    [InlineData("pg_payment_id", "-1")]
    [InlineData("pg_status", "error")]
    [InlineData("pg_card_token", "1234")]
    [InlineData("pg_error_code", "10032")]
    public void One_that_makes_no_sense_is_told_for_that(string field, string value)
    {
        var problem = AssertProblem(CallbackProblemKind.UnreadableField, field, SentCallback.SavedCard.With(field, value).ReadSavedCard());
        Assert.Contains("callbacks of saved cards", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void One_without_signature_of_another_merchant_too_long_or_no_form_is_told_for_that()
    {
        var unsigned = Encoding.ASCII.GetBytes(Sandboxes.SignedCall.GetForm(SentCallback.SavedCard.Fields));
        AssertProblem(CallbackProblemKind.NotSigned, "pg_sig", SentCallback.SavedCard.ReadSavedCard(unsigned));
        AssertProblem(CallbackProblemKind.AnotherMerchant, "MerchantId", SentCallback.SavedCard.With("pg_merchant_id", "9971").ReadSavedCard());
        AssertProblem(CallbackProblemKind.TooLong, "65536", SentCallback.SavedCard.With("x", new string('x', 64 * 1024)).ReadSavedCard());
        AssertProblem(CallbackProblemKind.NotAForm, "no form", SentCallback.SavedCard.ReadSavedCard(type: "text/plain"));
    }

    [Fact]
    public void Without_a_receive_secret_there_is_no_reader()
    {
        var fault = Assert.Throws<InvalidOperationException>(() => new SavedCardCallbackReader(Gateway.Options()));
        Assert.Contains("ReceiveSecret of FreedomPayOptions is not set", fault.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new SavedCardCallbackReader(9970, ""));
        Assert.Throws<ArgumentOutOfRangeException>(() => new SavedCardCallbackReader(0, "secret"));
    }

    // The protocol signs values, not names: a change in the name of the mask makes it one that is not known.
    [Fact]
    public void One_changed_byte_anywhere_is_refused_or_tells_nothing_else()
    {
        var reader = new SavedCardCallbackReader(Gateway.OptionsWithBoth());
        var (sent, body) = (SentCallback.SavedCard, SentCallback.SavedCard.Body);
        var refused = 0;
        for (var at = 0; at < body.Length; at++)
        {
            var right = body[at];
            for (var wrong = 0; wrong < 256; wrong++)
            {
                body[at] = (byte)wrong;
                if (sent.ReadSavedCard(body, reader: reader) is SavedCardCallback callback)
                    AssertTellsNothingElse(callback);
                else
                    refused++;
            }

            body[at] = right;
        }

        Assert.InRange(refused, body.Length * 256 * 9 / 10, int.MaxValue);
    }

    [Fact]
    public void Any_byte_dropped_or_added_is_refused_or_tells_nothing_else() => FixedSeed.ForAll(Examples(), example =>
    {
        var sent = SentCallback.SavedCard.With("x", example.Text);
        if (sent.ReadSavedCard(example.Change.Generate(sent.Body)) is SavedCardCallback callback)
            AssertTellsNothingElse(callback);
    });

    private static void AssertTellsNothingElse(SavedCardCallback callback) => Assert.Equal(s_saved, callback with { CardMask = callback.CardMask ?? s_saved.CardMask });

    private static CallbackProblem AssertProblem(CallbackProblemKind kind, string expected, CallbackReadResult reading)
    {
        var problem = Assert.IsType<CallbackProblem>(reading);
        Assert.Equal(kind, problem.Kind);
        Assert.Contains(expected, problem.Text, StringComparison.Ordinal);
        return problem;
    }

    private static Gen<(string Text, ByteChange Change)> Examples() =>
        from text in AnyMessage.Text
        from change in ByteChange.Any
        select (text, change);
}
