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
    ["lateness", var sandbox, var port, var count, var seconds, var hosts] => await Lateness.MeasureAsync(
        sandbox,
        int.Parse(port, CultureInfo.InvariantCulture),
        int.Parse(count, CultureInfo.InvariantCulture),
        int.Parse(seconds, CultureInfo.InvariantCulture),
        int.Parse(hosts, CultureInfo.InvariantCulture)),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("yardstick bare URL | receiver URL | orders FIRST COUNT POST-LINK MERCHANT | inquiry ORDER | start READY-URL TIMES COMMAND… | lateness SANDBOX-URL PORT COUNT SECONDS HOSTS");
    return 2;
}
