using System.Globalization;
using System.Net.Sockets;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary>Says in a sentence why the sandbox cannot listen where it was told to, and what to do. Pure.</summary>
internal static class ListenFault
{
    /// <summary>Whether a fault of the start is about the address; what else breaks is not explained here.</summary>
    public static bool Is(Exception fault) => fault is SocketException or IOException;

    public static string Sentence(string url, Exception fault)
    {
        var address = new Uri(ListenAddress.Parse(url));
        var port = address.Port.ToString(CultureInfo.InvariantCulture);
        return (fault as SocketException ?? fault.InnerException as SocketException)?.SocketErrorCode switch
        {
            SocketError.AddressNotAvailable => $"--url: {address.Host} is no address of this machine. Give http://localhost:{port}, or http://0.0.0.0:{port} for all of its addresses.",
            SocketError.AccessDenied => $"--url: port {port} may not be used by this user. Give a port from 1024 on, such as http://{address.Host}:8585.",
            SocketError.InvalidArgument => $"--url: {address.Host} cannot be listened on: a link-local address needs its network interface, as in [fe80::1%eth0]. Give http://localhost:{port} instead.",
            SocketError.AddressFamilyNotSupported => $"--url: this machine does not speak the protocol of {address.Host}. Give http://127.0.0.1:{port}.",
            _ => fault.Message,
        };
    }
}
