using System.Globalization;
using FreedomPaySandbox.ContractTests.Callbacks;
using FreedomPaySandbox.Protocol;
using Microsoft.AspNetCore.Http;

namespace FreedomPaySandbox.ContractTests.Faults;

/// <summary>
/// The merchant's endpoint: takes callbacks at one address, refuses them at another, says nothing at a third, and counts.
/// </summary>
internal sealed class FaultEndpoint : IAsyncDisposable
{
    private const string Take = "/take", Refuse = "/refuse", Hang = "/hang";

    private static readonly EndpointAnswer s_refusal = EndpointAnswers.Status(StatusCodes.Status500InternalServerError);
    private static readonly EndpointAnswer s_silence = EndpointAnswers.Hang(new TaskCompletionSource().Task);

    private readonly MerchantEndpoint _inbox;

    private FaultEndpoint(MerchantEndpoint inbox) => _inbox = inbox;

    public string Taking => _inbox.Link(Take);

    /// <summary>By another host name, so that nothing waits behind it but what it is for.</summary>
    public string Hanging => _inbox.Link(Hang).Replace("127.0.0.1", "localhost", StringComparison.Ordinal);

    public string Refusing => _inbox.Link(Refuse);

    public IReadOnlyList<SeenCallback> Seen => [.. _inbox.All.Select(callback => new SeenCallback(
        long.Parse(callback[Fields.PaymentId], CultureInfo.InvariantCulture), callback[Fields.OrderId], callback.Target == Take))];

    public static async Task<FaultEndpoint> StartAsync() => new(await MerchantEndpoint.StartAsync(callback => callback.Target switch
    {
        Take => EndpointAnswers.Ok,
        Hang => s_silence,
        _ => s_refusal,
    }));

    /// <summary>Returns once a callback of each of these orders has come.</summary>
    public async Task ComeAsync(IEnumerable<SentOrder> orders)
    {
        var missing = orders.Select(order => order.OrderId).ToHashSet(StringComparer.Ordinal);
        missing.ExceptWith(Seen.Select(seen => seen.OrderId));
        foreach (var order in missing)
            await _inbox.ComeAsync(1, order);
    }

    public ValueTask DisposeAsync() => _inbox.DisposeAsync();
}
