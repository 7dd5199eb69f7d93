using FreedomPaySandbox.Emulator.Journal;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.ContractTests.Journal;

public sealed class JournalEntryTests
{
    private static readonly MerchantSecrets s_secrets = new("the-payout-secret", "other-secret");

    [Fact]
    public void Fields_stand_in_the_order_of_arrival_and_nested_ones_by_their_path()
    {
        var entry = Entry(new Parameters
        {
            { Fields.OrderId, "1" },
            { "pg_extra", new Parameters { { "b", "2" }, { "a", new Parameters { { "deep", "3" } } } } },
            { Fields.OrderId, "4" },
        });

        Assert.Equal([new("pg_order_id", "1"), new("pg_extra[b]", "2"), new("pg_extra[a][deep]", "3"), new("pg_order_id", "4")], entry.Fields);
        Assert.Equal("1", entry.OrderId);
    }

    [Theory]
    [InlineData("4405645000006150", "440564-XX-XXXX-6150")]
    [InlineData("4405645000006151", "440564-XX-XXXX-6151")] // a wrong check digit
    [InlineData("4405 6450 0000 6151", "4405 64XX XXXX 6151")]
    [InlineData("4405-6450-0000-6150", "4405-64XX-XXXX-6150")]
    [InlineData("440564500000", "440564XX0000")]
    [InlineData("4405645000", "4405645000")]
    [InlineData("to 440564500000615099999 please", "to 440564XXXXXXXXXXX9999 please")]
    [InlineData("", "")]
    public void Of_the_card_that_is_paid_to_the_middle_is_taken_out(string sent, string shown)
    {
        var entry = Entry(new Parameters { { Fields.PaymentTo, sent }, { Fields.PaymentTo, new Parameters { { "0", sent } } } });
        Assert.Equal([shown, shown], entry.Fields.Select(field => field.Value), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("pay 4405645000006150 now", "pay 440564-XX-XXXX-6150 now")]
    [InlineData("pay 4405 6450 0000 6150 now", "pay 440564-XX-XXXX-6150 now")]
    [InlineData("4671593866478252", "467159-XX-XXXX-8252")]
    [InlineData("<request><pg_payment_to>4671593866478252</pg_payment_to></request>", "<request><pg_payment_to>467159-XX-XXXX-8252</pg_payment_to></request>")]
    [InlineData("9994405645000006150999", "999440564XXXXXXX150XXX")]
    [InlineData("the-payout-secret", "••••••")]
    [InlineData("a=the-payout-secret;other-secret", "a=••••••;••••••")]
    public void Cards_and_secrets_are_taken_out_wherever_they_stand(string sent, string shown)
    {
        var entry = Entry(new Parameters
        {
            { Fields.PaymentTo, AnyCall.Card },
            { Fields.Description, sent },
            { Fields.Xml, sent },
            { "nested", new Parameters { { "a", sent } } },
            { sent, "a name" },
        });

        Assert.Equal([shown, shown, shown], entry.Fields.Skip(1).Take(3).Select(field => field.Value), StringComparer.Ordinal);
        Assert.Equal(shown, entry.Fields[4].Name);
    }

    [Fact]
    public void A_card_with_a_wrong_check_digit_is_taken_out_of_the_other_fields_too()
    {
        var entry = Entry(new Parameters { { Fields.Description, "to 4405645000006151" }, { Fields.PaymentTo, "4405645000006151" } });
        Assert.Equal("to 440564-XX-XXXX-6151", entry.Fields[0].Value);
    }

    [Fact]
    public void A_secret_that_is_all_digits_is_no_card()
    {
        const string Digits = "4671593866478252";
        var call = AnyCall.With(new Parameters { { Fields.PaymentTo, Digits }, { "a", $"<{Digits}>" } });
        var entry = JournalEntry.From(call, 9970, new MerchantSecrets(Digits, "other-secret"));
        Assert.Equal(["••••••", "<••••••>"], entry.Fields.Select(field => field.Value), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("secret")]
    [InlineData("pg_secret_key")]
    [InlineData("MerchantSecret")]
    public void What_calls_itself_a_secret_is_not_shown_whoever_it_belongs_to(string name)
    {
        var call = AnyCall.With(new Parameters { { name, "of another merchant" }, { "in", new Parameters { { name, "too" } } } });
        var entry = JournalEntry.From(call, JournalId.NoMerchant, secrets: null);
        Assert.Equal(["••••••", "••••••"], entry.Fields.Select(field => field.Value), StringComparer.Ordinal);
    }

    [Fact]
    public void Path_type_outcome_and_answer_are_no_way_around()
    {
        const string Sent = "the-payout-secret 4671593866478252";
        const string Shown = "•••••• 467159-XX-XXXX-8252";
        var call = AnyCall.With(fields: null, Sent, answer: new JournalAnswer(200, "application/xml", $"<a>{Sent}</a>"));
        var entry = JournalEntry.From(call with { Path = Sent, ContentType = Sent }, 9970, s_secrets);

        Assert.Equal((Shown, Shown, Shown, $"<a>{Shown}</a>"), (entry.Path, entry.ContentType, entry.Outcome, entry.Answer!.Body));
        Assert.Empty(entry.Fields);
        Assert.Null(entry.OrderId);
    }

    [Fact]
    public void An_answer_without_anything_to_hide_is_kept_as_it_is()
    {
        var answer = new JournalAnswer(200, "application/xml", "<pg_sig>f9702da852e1ea9d512144d6ffc73f4b</pg_sig><d>2026-11-24T00:58:27+00:00</d>");
        Assert.Same(answer, JournalEntry.From(AnyCall.With([], answer: answer), 9970, s_secrets).Answer);
    }

    [Fact]
    public void Long_values_are_cut_and_say_so()
    {
        var entry = Entry(new Parameters { { "a", new string('x', 1000) }, { "b", new string('x', 1001) }, { new string('n', 2000), "c" } });

        Assert.Equal(new string('x', 1000), entry.Fields[0].Value);
        Assert.Equal(new string('x', 1000) + "…", entry.Fields[1].Value);
        Assert.Equal(new string('n', 1000) + "…", entry.Fields[2].Name);
    }

    [Theory]
    [InlineData("the-payout-secret")]
    [InlineData("4671593866478252")]
    [InlineData("4671 5938 6647 8252")]
    [InlineData("4405645000006150")]
    public void No_cut_goes_through_what_must_not_be_shown(string hidden)
    {
        for (var before = 1000 - hidden.Length + 1; before <= 1000; before++)
        {
            var entry = Entry(new Parameters { { Fields.PaymentTo, AnyCall.Card }, { "a", new string('x', before) + hidden + "yyy" } });
            var shown = entry.Fields[1].Value.TrimStart('x');
            Assert.InRange(shown.Count(character => char.IsAsciiLetterOrDigit(character)), 0, 6);
        }
    }

    [Fact]
    public void No_cut_goes_through_a_character()
    {
        var entry = Entry(new Parameters { { "a", new string('x', 999) + "😀😀" } });
        Assert.Equal(new string('x', 999) + "…", entry.Fields[0].Value);
    }

    [Fact]
    public void An_answer_is_kept_up_to_8_KB()
    {
        var call = AnyCall.With([], answer: new JournalAnswer(200, null, new string('x', 9000)));
        Assert.Equal(new string('x', 8192) + "…", JournalEntry.From(call, 9970, s_secrets).Answer!.Body);
    }

    [Fact]
    public void Of_many_fields_a_hundred_are_kept_and_the_others_counted()
    {
        var fields = new Parameters();
        for (var i = 0; i < 60; i++)
            fields.Add("n", new Parameters { { "a", "1" }, { "b", "2" } });

        var entry = Entry(fields);

        Assert.Equal((100, 20), (entry.Fields.Count, entry.FieldsLeftOut));
    }

    [Theory]
    [InlineData("order 1")]
    [InlineData("4671593866478252")]
    [InlineData("the-payout-secret")]
    public void An_order_is_found_by_its_id_however_that_is_shown(string order)
    {
        var entry = Entry(new Parameters { { Fields.OrderId, order } });
        Assert.True(entry.IsAbout(order));
        Assert.False(entry.IsAbout(order + "1"));
    }

    [Fact]
    public void An_order_id_that_passes_the_check_of_card_numbers_is_kept_as_it_was_sent()
    {
        var entry = Entry(new Parameters { { Fields.OrderId, "1700000001001008" } });
        Assert.Equal(("1700000001001008", null), (entry.OrderId, entry.OrderHash));
        Assert.False(entry.IsAbout("1700000010001008"));
        Assert.False(entry.IsAbout("170000-XX-XXXX-1008"));
    }

    [Fact]
    public void Nothing_of_a_call_is_printed_by_accident()
    {
        var call = AnyCall.With(new Parameters { { Fields.PaymentTo, AnyCall.Card }, { Fields.Description, "private" } });
        var entry = JournalEntry.From(call, 9970, s_secrets);
        Assert.Equal(("POST /g2g/p2p2nonreg", "9970-0 p2p2nonreg → ok"), (call.ToString(), entry.ToString()));
    }

    [Theory]
    [InlineData("9970-17", 9970, 17)]
    [InlineData("0-1", 0, 1)]
    public void An_id_names_merchant_and_number(string text, long merchant, long number)
    {
        Assert.Equal(new JournalId(merchant, number), JournalId.Parse(text));
        Assert.Equal(text, new JournalId(merchant, number).ToString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("-17")]
    [InlineData("9970-")]
    [InlineData("9970")]
    [InlineData("9970--1")]
    [InlineData("9970-1-2")]
    [InlineData("x-1")]
    [InlineData("9970-99999999999999999999")]
    public void Anything_else_is_no_id(string text) => Assert.Null(JournalId.Parse(text));

    private static JournalEntry Entry(Parameters fields) => JournalEntry.From(AnyCall.With(fields), 9970, s_secrets);
}
