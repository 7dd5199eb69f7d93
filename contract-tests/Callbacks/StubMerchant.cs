using System.Net;
using System.Text;

namespace FreedomPaySandbox.ContractTests.Callbacks;

/// <summary>A merchant without a network, for what no real connection does at a moment that a test can name.</summary>
internal sealed class StubMerchant(Func<HttpRequestMessage, CancellationToken, Task<HttpResponseMessage>> answer) : HttpMessageHandler
{
    private int _underWay;
    private int _mostUnderWay;

    /// <summary>How many attempts were ever under way at once.</summary>
    public int MostUnderWay => _mostUnderWay;

    public HttpMessageInvoker Invoker => new(this, disposeHandler: false);

    public static HttpResponseMessage Status(HttpStatusCode status) => new(status);

    /// <summary>A 200 whose body says a word and then nothing, until the caller gives up.</summary>
    public static HttpResponseMessage Hanging(string word, Action onSilence) =>
        new(HttpStatusCode.OK) { Content = new StreamContent(new SilentBody(word, onSilence)) };

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var underWay = Interlocked.Increment(ref _underWay);
        for (var most = _mostUnderWay; underWay > most; most = _mostUnderWay)
            Interlocked.CompareExchange(ref _mostUnderWay, underWay, most);
        try
        {
            return await answer(request, cancellationToken);
        }
        finally
        {
            Interlocked.Decrement(ref _underWay);
        }
    }

    private sealed class SilentBody(string word, Action onSilence) : MemoryStream(Encoding.UTF8.GetBytes(word))
    {
        public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
        {
            if (await base.ReadAsync(buffer, cancellationToken) is > 0 and var read)
                return read;
            var silence = Task.Delay(Timeout.InfiniteTimeSpan, TimeProvider.System, cancellationToken);
            onSilence();
            await silence;
            return 0;
        }
    }
}
