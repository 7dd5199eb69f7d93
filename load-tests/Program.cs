using System.Text;
using FreedomPaySandbox.Emulator.Text;
using FreedomPaySandbox.LoadTests.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
TerminalWriter.GuardConsole();
return await UnforeseenFault.TellAsync(() => LoadCommand.RunAsync(args, TimeProvider.System), Console.Error);
