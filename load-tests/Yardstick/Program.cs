using System.Globalization;
using FreedomPaySandbox.Yardstick;

// What the sandbox is measured with and against; load-tests/throughput and load-tests/sandboxes call it.
return args switch
{
    ["bare", var url] => await BareEndpoint.RunAsync(url),
    ["receiver", var url] => await Receiver.RunAsync(url),
    ["orders", var first, var count, var postLink, var merchant] => SignedOrders.Write(
        Console.OpenStandardOutput(),
        long.Parse(first, CultureInfo.InvariantCulture),
        int.Parse(count, CultureInfo.InvariantCulture),
        postLink,
        merchant),
    ["inquiry", var order] => SignedOrders.WriteInquiry(Console.Out, order),
    ["start", var ready, var times, .. var command] => await StartUp.MeasureAsync(ready, int.Parse(times, CultureInfo.InvariantCulture), command),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("yardstick bare URL | receiver URL | orders FIRST COUNT POST-LINK MERCHANT | inquiry ORDER | start READY-URL TIMES COMMAND…");
    return 2;
}
