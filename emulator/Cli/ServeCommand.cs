using System.CommandLine;
using System.Data.Common;
using System.Globalization;
using System.Net.Sockets;
using FreedomPaySandbox.Emulator.Findings;
using FreedomPaySandbox.Emulator.Hosting;
using FreedomPaySandbox.Emulator.Settings;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary><c>serve</c>: runs the sandbox until it is told to stop. Each setting is an option.</summary>
internal static class ServeCommand
{
    public const string Name = "serve";

    /// <param name="command">The command that serves.</param>
    /// <param name="builder">The web server's parts, if they are already being put together.</param>
    public static TCommand AddTo<TCommand>(TCommand command, Task<WebApplicationBuilder>? builder)
        where TCommand : Command
    {
        var options = SettingOptions.AddTo(command);
        command.SetAction((parsed, cancellation) => RunAsync(options.Read(parsed), builder));
        return command;
    }

    private static async Task<int> RunAsync(SettingsReader reader, Task<WebApplicationBuilder>? builder)
    {
        if (reader.Finish() is not { } settings)
        {
            foreach (var problem in reader.Problems)
                await Console.Error.WriteLineAsync(problem);
            return ExitCode.Usage;
        }

        try
        {
            var findings = await Sandbox.RunAsync(settings, builder ?? Task.Run(Sandbox.NewBuilder));
            if (!settings.Strict || findings.Count == 0)
                return ExitCode.Well;
            await Console.Error.WriteLineAsync(FindingReport.Render(findings));
            return ExitCode.Usage;
        }
        catch (Exception fault) when (fault is StoreUnavailableException or DbException)
        {
            await Console.Error.WriteLineAsync(TerminalText.SetBack(fault.Message));
            return ExitCode.Failed;
        }
        catch (Exception fault) when (ListenFault.Is(fault))
        {
            await Console.Error.WriteLineAsync(TerminalText.Line(ListenFault.Sentence(settings.Url, fault)));
            return ExitCode.Failed;
        }
    }
}

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
