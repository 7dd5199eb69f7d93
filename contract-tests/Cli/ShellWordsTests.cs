using FreedomPaySandbox.Emulator.Signing;

namespace FreedomPaySandbox.ContractTests.Cli;

public sealed class ShellWordsTests
{
    [Theory]
    [InlineData("", new string[0])]
    [InlineData(" a  b\tc\n", new[] { "a", "b", "c" })]
    [InlineData("a'b c'd", new[] { "ab cd" })]
    [InlineData("'' \"\"", new[] { "", "" })]
    [InlineData(@"'a\n$x`y""z'", new[] { @"a\n$x`y""z" })]
    [InlineData("'two\nlines'", new[] { "two\nlines" })]
    [InlineData(@"'it'\''s'", new[] { "it's" })]
    [InlineData(@"a\ b\\c\$d", new[] { @"a b\c$d" })]
    [InlineData("a \\\n b", new[] { "a", "b" })]
    [InlineData("a\\\nb", new[] { "ab" })]
    [InlineData("a \\\r\n b\r\n", new[] { "a", "b" })]
    [InlineData(@"""a \"" \\ \$ \` \n '""", new[] { @"a "" \ $ ` \n '" })]
    [InlineData("\"a\\\nb\"", new[] { "ab" })]
    [InlineData("\"100 $ and 5%\" $ a$", new[] { "100 $ and 5%", "$", "a$" })]
    [InlineData(@"$'a\n\t\r\\\'\""\u0416\x21'", new[] { "a\n\t\r\\'\"Ж!" })]
    [InlineData("a#b *.x ~", new[] { "a#b", "*.x", "~" })]
    [InlineData("\n\n a", new[] { "a" })]
    public void A_line_is_split_as_a_shell_splits_it(string line, string[] words)
    {
        Assert.True(ShellWords.TrySplit(line, out var split, out _));
        Assert.Equal(words, split);
    }

    [Theory]
    [InlineData("a 'b", "The quote (') opened at character 3 is never closed.")]
    [InlineData("a \"b", "The quote (\") opened at character 3 is never closed.")]
    [InlineData("$'b", "The quote (') opened at character 2 is never closed.")]
    [InlineData("a \\", "The text ends in a backslash; the line that should follow is missing.")]
    [InlineData("a\nb", "The text goes on after the command; every line but the last must end in a backslash.")]
    [InlineData("x?a=1&b=2", "The '&' at character 6 stands outside quotes, where a shell acts on it; put the word it belongs to in quotes.")]
    [InlineData("a | b", "The '|' at character 3 stands outside quotes, where a shell acts on it; put the word it belongs to in quotes.")]
    [InlineData("a; b", "The ';' at character 2 stands outside quotes, where a shell acts on it; put the word it belongs to in quotes.")]
    [InlineData("a > b", "The '>' at character 3 stands outside quotes, where a shell acts on it; put the word it belongs to in quotes.")]
    [InlineData("a=$SECRET", "A shell would replace what starts with '$' at character 3; write its value instead, or use single quotes.")]
    [InlineData("\"${A}\"", "A shell would replace what starts with '$' at character 2; write its value instead, or use single quotes.")]
    [InlineData("\"`date`\"", "A shell would replace what starts with '`' at character 2; write its value instead, or use single quotes.")]
    [InlineData("$(date)", "A shell would replace what starts with '$' at character 1; write its value instead, or use single quotes.")]
    [InlineData(@"$'\q'", @"The escape \q at character 4 is not understood; write the character itself.")]
    [InlineData(@"$'\xff'", "The escape at character 4 names no character; write the character itself.")]
    [InlineData(@"$'\u'", "The escape at character 4 names no character; write the character itself.")]
    public void What_only_a_running_shell_knows_is_refused(string line, string problem)
    {
        Assert.False(ShellWords.TrySplit(line, out var words, out var refused));
        Assert.Null(words);
        Assert.Equal(problem, refused);
    }

    [Theory]
    [InlineData("http://localhost:8585/g2g/p2p2nonreg", "http://localhost:8585/g2g/p2p2nonreg")]
    [InlineData("", "''")]
    [InlineData("a b", "'a b'")]
    [InlineData("http://h/x?a=1&b", "'http://h/x?a=1&b'")]
    [InlineData("it's", @"'it'\''s'")]
    [InlineData("two\nlines", @"$'two\nlines'")]
    [InlineData("\u001b[31m it's \\ 1", @"$'\x1b[31m it\'s \\ 1'")]
    [InlineData("a\r\tb\u007fc", @"$'a\x0d\x09b\x7fc'")]
    [InlineData("\u009b\u202e1 Ж 😀", @"$'\u009b\u202e1 Ж 😀'")]
    [InlineData("\U000e0041z", @"$'\U000e0041z'")]
    [InlineData("~", "'~'")]
    [InlineData("Ж", "'Ж'")]
    public void A_word_is_quoted_where_a_shell_would_touch_it(string word, string written)
    {
        Assert.Equal(written, ShellWords.QuoteIfNeeded(word));
        Assert.True(ShellWords.TrySplit(written, out var back, out _));
        Assert.Equal([word], back);
    }

    [Theory]
    [InlineData("{\n  \"a\": 1\n}", "'{\n  \"a\": 1\n}'")]
    [InlineData("a\nb\u001b'", "$'a\nb\\x1b\\''")]
    public void Lines_of_our_own_stay_lines_in_a_quoted_body(string body, string written)
    {
        Assert.Equal(written, ShellWords.QuoteLines(body));
        Assert.True(ShellWords.TrySplit(written, out var back, out _));
        Assert.Equal([body], back);
    }
}
