using System.Text;

namespace VerifyXunit;

public sealed class SnapshotTests : IDisposable
{
    private readonly DirectoryInfo _directory = Directory.CreateTempSubdirectory("snapshot-");

    public void Dispose() => _directory.Delete(recursive: true);

    [Fact]
    public void A_text_without_an_approved_one_is_new_and_is_written_as_received()
    {
        var failure = Compare("<a>é</a>\n");

        Assert.Equal(
            $"""
            Directory: {_directory.FullName}
            New:
              - Received: T.Test.received.xml
                Verified: T.Test.verified.xml

            FileContent:

            New:

            Received: T.Test.received.xml
            <a>é</a>


            """, failure);
        Assert.Equal([0xEF, 0xBB, 0xBF, .. "<a>é</a>\n"u8], File.ReadAllBytes(FullName("T.Test.received.xml")));
        Assert.False(File.Exists(FullName("T.Test.verified.xml")));
    }

    [Fact]
    public void No_line_end_is_added() =>
        Assert.Equal([0xEF, 0xBB, 0xBF, .. "<a/>"u8], ReceivedBytes("<a/>"));

    [Fact]
    public void A_text_that_differs_is_shown_beside_the_approved_one()
    {
        Approve("old");

        Assert.Equal(
            $"""
            Directory: {_directory.FullName}
            NotEqual:
              - Received: T.Test.received.xml
                Verified: T.Test.verified.xml

            FileContent:

            NotEqual:

            Received: T.Test.received.xml
            new
            Verified: T.Test.verified.xml
            old

            """, Compare("new"));
        Assert.Equal(["T.Test.received.xml", "T.Test.verified.xml"], Files());
    }

    [Fact]
    public void A_pass_removes_what_an_earlier_failure_left()
    {
        Assert.NotNull(Compare("text"));
        Approve("text");

        Assert.Null(Compare("text"));
        Assert.Equal(["T.Test.verified.xml"], Files());
    }

    [Theory]
    [InlineData("line\nline", "line\nline", true)]
    [InlineData("line\r\nline", "line\nline", true)]
    [InlineData("line\n", "line", true)]
    [InlineData("line\r\n", "line", true)]
    [InlineData("line\n\n", "line\n", true)]
    [InlineData("line\n\n", "line", false)]
    [InlineData("line", "line\n", false)]
    [InlineData("line ", "line", false)]
    [InlineData("Line", "line", false)]
    public void Line_ends_and_one_more_at_the_end_are_forgiven(string approved, string received, bool passes)
    {
        Approve(approved);
        Assert.Equal(passes, Compare(received) is null);
    }

    [Fact]
    public void An_approved_text_may_lack_its_byte_order_mark()
    {
        File.WriteAllBytes(FullName("T.Test.verified.xml"), "é"u8.ToArray());
        Assert.Null(Compare("é"));
    }

    [Fact]
    public void An_empty_approved_file_is_none()
    {
        File.WriteAllBytes(FullName("T.Test.verified.xml"), []);
        Assert.Contains("\nNew:\n", Compare("text"), StringComparison.Ordinal);
    }

    [Fact]
    public void An_approved_text_nobody_compares_any_more_is_to_be_deleted()
    {
        Approve("text");
        File.WriteAllText(FullName("T.Test.verified.txt"), "text");
        File.WriteAllText(FullName("T.Test_more.verified.txt"), "of another test");

        Assert.Equal(
            $"""
            Directory: {_directory.FullName}
            Delete:
              - T.Test.verified.txt
            Equal:
              - Received: T.Test.received.xml
                Verified: T.Test.verified.xml

            """, Compare("text"));
        Assert.False(File.Exists(FullName("T.Test.received.xml")));
    }

    private string? Compare(string received) => new Snapshot(_directory.FullName, "T.Test", "xml").Compare(received);

    private byte[] ReceivedBytes(string received)
    {
        Assert.NotNull(Compare(received));
        return File.ReadAllBytes(FullName("T.Test.received.xml"));
    }

    private void Approve(string text) => File.WriteAllText(FullName("T.Test.verified.xml"), text, Encoding.UTF8);

    private string FullName(string file) => Path.Combine(_directory.FullName, file);

    private string[] Files() => [.. _directory.GetFiles().Select(file => file.Name).Order(StringComparer.Ordinal)];
}
