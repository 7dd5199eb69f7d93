using System.Net.Sockets;
using System.Text;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.ContractTests.Evidence;
using FreedomPaySandbox.ContractTests.Sandboxes;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace FreedomPaySandbox.ContractTests.Gateway;

/// <summary>Bodies far beyond any message: refused while they are still arriving, so that no memory is filled with them.</summary>
public sealed class EndlessBodyTests : SandboxTest
{
    private const int PieceLength = 64 * 1024;
    private const int HundredMegabytes = 100 * 1024 * 1024;

    /// <summary>One message at most, and what the sockets hold on the way.</summary>
    private const int TakenAtMost = 16 * 1024 * 1024;

    public static TheoryData<string, bool> Endless
    {
        get
        {
            var types = new TheoryData<string, bool>();
            foreach (var type in new[] { "application/x-www-form-urlencoded", "application/json", "multipart/form-data; boundary=b" })
            {
                types.Add(type, true);
                types.Add(type, false);
            }

            return types;
        }
    }

    [Theory, MemberData(nameof(Endless))]
    public async Task A_body_of_a_hundred_megabytes_is_refused_on_the_way(string type, bool announced)
    {
        var (answer, taken) = await PourAsync(Sandbox.Address, type, announced);

        Assert.StartsWith("HTTP/1.1 413 ", answer, StringComparison.Ordinal);
        Assert.InRange(taken, 0, TakenAtMost);
        await Aftermath.IsCleanAsync(Sandbox);
    }

    [Fact]
    public async Task A_message_of_almost_a_megabyte_is_read()
    {
        var call = SignedCall.Payout().Plus(new("x_custom", new string('x', 1024 * 1024 - 2048)));

        Assert.Equal("ok", (await Sandbox.CallAsync(call)).Outcome);
        Assert.Equal("9991", (await Sandbox.SendAsync(call.AsMultipart())).Outcome);
        Assert.Equal("9991", (await Sandbox.SendAsync(call.AsJson())).Outcome);
    }

    [Fact]
    [Proves("T-3")]
    public async Task A_query_beyond_all_measure_is_refused()
    {
        Assert.Equal(414, (await Sandbox.SendAsync(SignedCall.Payout().Plus(new("x", new string('x', 40_000))).AsQuery())).Status);
        Assert.Equal("ok", (await Sandbox.SendAsync(SignedCall.Payout().Plus(new("x", new string('x', 30_000))).AsQuery())).Outcome);
    }

    /// <summary>
    /// A client that stalls is cut off by the server, which goes by its own clock; the test sees to it that nobody turns that off.
    /// </summary>
    [Fact]
    public async Task A_client_that_stalls_is_not_waited_for()
    {
        var limits = Sandbox.Services.GetRequiredService<IOptions<KestrelServerOptions>>().Value.Limits;

        Assert.True(limits.MinRequestBodyDataRate is { BytesPerSecond: > 0 } rate && rate.GracePeriod <= TimeSpan.FromSeconds(30));
        Assert.InRange(limits.RequestHeadersTimeout, TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1));
    }

    // By hand, because a client of this comfort would hide how much it got rid of before it was told to stop.
    private static async Task<(string Answer, long Taken)> PourAsync(Uri address, string type, bool announced)
    {
        using var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(address.Host, address.Port);
        using var stream = new NetworkStream(socket);
        var length = announced ? $"Content-Length: {HundredMegabytes}" : "Transfer-Encoding: chunked";
        await stream.WriteAsync(Encoding.ASCII.GetBytes($"POST /g2g/p2p2nonreg HTTP/1.1\r\nHost: sandbox\r\nContent-Type: {type}\r\n{length}\r\n\r\n"));

        var answer = AnswerAsync(stream);
        var piece = Piece(announced);
        var taken = 0L;
        try
        {
            for (; taken < HundredMegabytes && !answer.IsCompleted; taken += PieceLength)
                await stream.WriteAsync(piece);
        }
        catch (IOException)
        {
            // The server hung up on what it had refused.
        }

        return (await answer, taken);
    }

    private static byte[] Piece(bool announced)
    {
        var piece = new byte[PieceLength];
        Array.Fill(piece, (byte)'x');
        return announced ? piece : [.. Encoding.ASCII.GetBytes($"{PieceLength:x}\r\n"), .. piece, .. "\r\n"u8];
    }

    private static async Task<string> AnswerAsync(NetworkStream stream)
    {
        var buffer = new byte[4096];
        var read = await stream.ReadAsync(buffer).AsTask().WaitAsync(2 * Patience.Limit);
        return Encoding.ASCII.GetString(buffer, 0, read);
    }
}
