using System.Text;

namespace FreedomPaySandbox.ContractTests.Fuzzing;

/// <summary>Answers of an endpoint to a callback: some right, most wrong, half of them with bytes changed.</summary>
internal sealed class HostileAnswers(Dice dice)
{
    /// <summary>A secret and a card, which no report may repeat.</summary>
    public const string Secret = "the hostile merchant's secret", Card = "4671593866478252";

    private static readonly string[] s_answers =
    [
        "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nOK",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\nContent-Type: text/html\r\n\r\n5\r\n<scri\r\n0\r\n\r\n",
        "HTTP/1.1 302 Found\r\nLocation: http://127.0.0.1:1/%1b[2J\u001b]0;title\u0007\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 500 Error\u001b[31m\r\nContent-Length: 60\r\nContent-Type: application/json\r\n\r\n{\"state\":\"paid\",\"times\":1e999,\"card\":\"4671 5938-6647.8252\"}",
        "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 400 Bad\r\nSet-Cookie: a=b\r\nContent-Length: 200\r\n\r\n<script>alert(1)</script>" + Secret + " ]]>&amp; \u202egnp\u2066 \u001b[2J\u0085\u0000 4671593866478252",
        "HTTP/1.0 200\r\n\r\n<response><pg_status>ok</pg_status></response>",
        "HTTP/1.1 204 No Content\r\n\r\n",
        "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 999 \r\nContent-Length: -1\r\n\r\n",
        "",
    ];

    private readonly Lock _rolling = new();

    public byte[] Next()
    {
        lock (_rolling)
        {
            var answer = Encoding.UTF8.GetBytes(dice.Pick(s_answers));
            if (dice.OneIn(2))
                answer = Mutation.Spoil(answer, dice);
            return dice.OneIn(30) ? [.. answer, .. new byte[256 * 1024]] : answer;
        }
    }
}
