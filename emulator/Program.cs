using System.Text;
using FreedomPaySandbox.Emulator.Cli;
using FreedomPaySandbox.Emulator.Text;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
TerminalWriter.GuardConsole();
return await UnforeseenFault.TellAsync(() => Commands.RunAsync(args), Console.Error);
