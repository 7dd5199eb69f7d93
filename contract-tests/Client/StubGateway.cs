using System.Net;
using System.Text;

namespace FreedomPaySandbox.ContractTests.Client;

/// <summary>A gateway without a network that reads each call to its end and answers as it is told.</summary>
internal sealed class StubGateway(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private readonly List<SentCall> _calls = [];

    public IReadOnlyList<SentCall> Calls => _calls;

    public SentCall Call => Assert.Single(_calls);

    public static StubGateway Answering(Func<HttpResponseMessage> answer) => new((_, _) => Task.FromResult(answer()));

    public static StubGateway Answering(string xml) => Answering(() => Xml(Encoding.UTF8.GetBytes(xml)));

    public static StubGateway Answering(byte[] xml) => Answering(() => Xml(xml));

    public static StubGateway Failing(Exception fault) => new((_, _) => throw fault);

    public static HttpResponseMessage Xml(byte[] body, string type = "application/xml") => new(HttpStatusCode.OK)
    {
        Content = new ByteArrayContent(body) { Headers = { { "Content-Type", type } } },
    };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        _calls.Add(await SentCall.ReadAsync(request));
        return await answer(request, cancellationToken);
    }
}
