using System.Text;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Messages;
using FreedomPaySandbox.Protocol;
using FsCheck.Fluent;

namespace FreedomPaySandbox.ContractTests.Signatures;

public sealed class FieldOrderTests
{
    [Theory]
    [InlineData("pg_1", "pg_A")]
    [InlineData("pg_A", "pg__")]
    [InlineData("pg__", "pg_a")]
    [InlineData("pg_Z", "pg_a")]
    [InlineData("pg_param1", "pg_param10")]
    [InlineData("pg_param10", "pg_param2")]
    [InlineData("", "a")]
    [InlineData("a-b", "aB")]
    [InlineData("z", "é")]
    [InlineData("e\u0301", "é")]
    [InlineData("\uD7FF", "\uE000")]
    [InlineData("\uD7FF", "\U00010000")]
    [InlineData("\uE000", "\U00010000")]
    [InlineData("\uFFFD", "\U00010000")]
    [InlineData("a\uFFFD", "a\U0010FFFF")]
    [InlineData("\U00010000", "\U0010FFFF")]
    [InlineData("\U00010000", "\U00010001")]
    [Proves("S-2")]
    public void Names_are_ordered_byte_by_byte(string first, string second)
    {
        Assert.True(FieldOrder.Instance.Compare(first, second) < 0);
        Assert.True(FieldOrder.Instance.Compare(second, first) > 0);
        Assert.Equal(0, FieldOrder.Instance.Compare(first, new string(first)));
    }

    [Fact]
    [Proves("S-2")]
    public void Any_two_names_stand_as_their_UTF8_bytes_do() => FixedSeed.ForAll(AnyMessage.Text.Two(), pair =>
    {
        var (left, right) = pair;
        var bytes = Encoding.UTF8.GetBytes(left).AsSpan().SequenceCompareTo(Encoding.UTF8.GetBytes(right));
        Assert.Equal(Math.Sign(bytes), Math.Sign(FieldOrder.Instance.Compare(left, right)));
    });

    [Fact]
    [Proves("S-2")]
    public void Names_of_a_common_start_stand_as_their_UTF8_bytes_do() =>
        FixedSeed.ForAll(AnyMessage.Text.SelectMany(_ => AnyMessage.Rune.Two(), (start, runes) => (start, runes)), example =>
        {
            var (start, (left, right)) = example;
            Assert.Equal(
                left.Value.CompareTo(right.Value),
                Math.Sign(FieldOrder.Instance.Compare($"{start}{left}", $"{start}{right}")));
        });
}
