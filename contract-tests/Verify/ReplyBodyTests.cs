using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Secrets;
using FreedomPaySandbox.Emulator.Verify;
using FreedomPaySandbox.Verification.Callbacks;

namespace FreedomPaySandbox.ContractTests.Verification;

public sealed class ReplyBodyTests
{
    private const string Right = "0123456789abcdef0123456789abcdef";

    private static readonly VerifyTarget s_target =
        VerificationParts.CreateTarget("http://shop.test/post", new Merchant(9970, new MerchantSecrets("hush hush", "hush hush")));

    [Theory]
    [InlineData("OK", nameof(ReplyLeak.None))]
    [InlineData("<response><pg_status>ok</pg_status></response>", nameof(ReplyLeak.None))]
    [InlineData("Look at the log (request 12).", nameof(ReplyLeak.None))]
    [InlineData("System.Exception: no\n   at Shop.Pay(String id) in /app/Shop.cs:line 12", nameof(ReplyLeak.StackTrace))]
    [InlineData("java.lang.Error\n\tat shop.Pay.run(Pay.java:12)", nameof(ReplyLeak.StackTrace))]
    [InlineData("Traceback (most recent call last):\n  File \"shop.py\", line 1", nameof(ReplyLeak.StackTrace))]
    [InlineData("<b>Warning</b>: Undefined index in <b>/var/www/pay.php</b> on line <b>12</b>", nameof(ReplyLeak.StackTrace))]
    [InlineData("PHP Fatal error\n#0 /var/www/pay.php(12): pay()", nameof(ReplyLeak.StackTrace))]
    [InlineData("TypeError\n    at /app/pay.js:12:3", nameof(ReplyLeak.StackTrace))]
    [InlineData("panic: no\n\ngoroutine 1 [running]:", nameof(ReplyLeak.StackTrace))]
    [InlineData("script;100;hush hush", nameof(ReplyLeak.Secret))]
    [InlineData("expected 0123456789ABCDEF0123456789abcdef", nameof(ReplyLeak.RightSignature))]
    public void What_a_body_gives_away_is_seen(string body, string leak) => Assert.Equal(leak, Read(body).Leak.ToString());

    [Fact]
    public void What_is_shown_is_one_short_line_without_secrets_cards_and_control_characters()
    {
        var said = Read($"one\r\n\ttwo \e[31mred hush hush 4671593866478252 {new string('x', 200)}").Said;

        Assert.StartsWith("one two [31mred •••••• 467159-XX-XXXX-8252 xxx", said, StringComparison.Ordinal);
        Assert.Equal(121, said.Length);
    }

    [Theory]
    [InlineData("<pg_status>error</pg_status>", true)]
    [InlineData("<pg_status> rejected </pg_status>", true)]
    [InlineData("<pg_status>ok</pg_status>", false)]
    public void An_error_in_the_body_is_seen(string body, bool isError) => Assert.Equal(isError, Read(body).SaysError);

    private static Reply Read(string body) =>
        ReplyBody.Read(new Reply(TimeSpan.Zero) { Status = 200 }, body, s_target, Right);
}
