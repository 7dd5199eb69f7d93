using System.Text;
using FreedomPaySandbox.Verification.Callbacks;

namespace FreedomPaySandbox.ContractTests.Verification;

public sealed class StatusProbeTests
{
    [Theory]
    [InlineData("""{"state":"paid","times":2}""", "paid 2 times")]
    [InlineData("""{"state":"paid","times":1}""", "paid")]
    [InlineData("""{"state":"paid"}""", "paid")]
    [InlineData("""{"state":"failed","times":0}""", "failed")]
    [InlineData("""{"state":"failed","times":1}""", "failed, and was paid once")]
    [InlineData("""{"state":"unknown"}""", "unknown")]
    public void What_is_agreed_is_read(string body, string meaning) => Assert.Equal(meaning, StatusProbe.Read(Encoding.UTF8.GetBytes(body))?.ToString());

    [Theory]
    [InlineData("")]
    [InlineData("paid")]
    [InlineData("\"paid\"")]
    [InlineData("{}")]
    [InlineData("""{"state":"Paid"}""")]
    [InlineData("""{"state":1}""")]
    [InlineData("""{"state":"paid","times":"1"}""")]
    [InlineData("""{"state":"paid","times":-1}""")]
    [InlineData("""{"state":"paid","times":1.5}""")]
    public void Nothing_else_is(string body) => Assert.Null(StatusProbe.Read(Encoding.UTF8.GetBytes(body)));
}
