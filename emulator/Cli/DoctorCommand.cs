using System.CommandLine;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary><c>doctor</c>: says what is wrong, and what to do about it.</summary>
internal static class DoctorCommand
{
    public static Command Create() => new("doctor", "Says what is wrong with a signature or with your callback endpoint, and what to do about it.")
    {
        CallbackDoctorCommand.Create(),
    };
}
