using System.CommandLine;
using System.Text;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Settings;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary><c>doctor</c>: says what is wrong, and what to do about it.</summary>
internal static class DoctorCommand
{
    public static Command Create() => Create(ReadStandardInput, SecretVariables.GetName);

    /// <summary>The command, with what it reads of its surroundings.</summary>
    public static Command Create(Func<string> readInput, Func<string, string?> environment) =>
        new("doctor", "Says what is wrong with a signature or with your callback endpoint, and what to do about it.")
        {
            SignatureDoctorCommand.Create(readInput, environment),
            CallbackDoctorCommand.Create(environment, SandboxLocation.Here(), TimeProvider.System),
        };

    // Console.In would read a console's code page, and what is piped is UTF-8.
    private static string ReadStandardInput()
    {
        using var input = new StreamReader(Console.OpenStandardInput(), Encoding.UTF8);
        return input.ReadToEnd();
    }
}
