using FreedomPaySandbox.Protocol;

namespace VerifyXunit;

public sealed class VerifierTests
{
    private static readonly Parameters s_answer = new([new(Fields.Status, "ok"), new(Fields.Description, "Тест & <b>")]);

    [Fact]
    public Task A_text_equals_the_approved_one_beside_the_test() =>
        Verify(XmlMessage.Write(Fields.Response, s_answer), extension: "xml");

    [Fact]
    public async Task A_text_may_be_verified_after_other_work()
    {
        await Task.Yield();
        await Verify("as it is\r\nwithout a line end");
    }

    [Theory]
    [InlineData("/api/to_iban", 2)]
    public async Task Parameters_are_part_of_the_name(string path, int times) =>
        await Verify($"{path} {times}").UseParameters(path, times);

    [Fact]
    public async Task A_failure_reaches_the_test()
    {
        var directory = Directory.CreateTempSubdirectory("verifier-");
        try
        {
            const string Name = $"{nameof(VerifierTests)}.{nameof(A_failure_reaches_the_test)}.verified";
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, $"{Name}.txt"), "text");
            await File.WriteAllTextAsync(Path.Combine(directory.FullName, $"{Name}.xml"), "nobody compares it");

            var failure = await Assert.ThrowsAsync<VerifyException>(() => Verify("text").UseDirectory(directory.FullName));
            Assert.Contains($"Delete:\n  - {Name}.xml\n", failure.Message, StringComparison.Ordinal);
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
