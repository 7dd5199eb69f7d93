using System.Globalization;
using FreedomPaySandbox.Yardstick;

// What the sandbox is measured with and against; load-tests/throughput calls it.
return args switch
{
    ["bare", var url] => await BareEndpoint.RunAsync(url),
    ["receiver", var url] => await Receiver.RunAsync(url),
    ["orders", var first, var count, var postLink] => SignedOrders.Write(
        Console.OpenStandardOutput(),
        long.Parse(first, CultureInfo.InvariantCulture),
        int.Parse(count, CultureInfo.InvariantCulture),
        postLink),
    _ => Usage(),
};

static int Usage()
{
    Console.Error.WriteLine("yardstick bare URL | receiver URL | orders FIRST COUNT POST-LINK");
    return 2;
}
