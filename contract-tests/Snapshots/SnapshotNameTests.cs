namespace VerifyXunit;

public sealed class SnapshotNameTests
{
    [Fact]
    public void A_snapshot_is_named_after_its_class_and_method() =>
        Assert.Equal("SnapshotNameTests.Sample", Name());

    [Theory]
    [InlineData("one", 2, "_text=one_number=2")]
    [InlineData("/g2g/to_iban", -2, "_text=-g2g-to_iban_number=-2")]
    [InlineData("a:b?c*d\"e", 0, "_text=a-b-c-d-e_number=0")]
    [InlineData(null, null, "_text=null_number=null")]
    public void Parameters_are_appended_in_a_form_every_file_system_takes(string? text, int? number, string expected) =>
        Assert.Equal("SnapshotNameTests.Sample" + expected, Name(text, number));

    [Fact]
    public void Fewer_parameters_than_the_test_has_are_enough() =>
        Assert.Equal("SnapshotNameTests.Sample_text=one", Name("one"));

    [Fact]
    public void More_parameters_than_the_test_has_are_a_mistake() =>
        Assert.Throws<ArgumentException>(() => Name("one", 2, 3));

    private static string Name(params object?[] parameters) =>
        SnapshotName.From(((Delegate)Sample).Method, parameters);

    private static void Sample(string text, int number) => _ = (text, number);
}
