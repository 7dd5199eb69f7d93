using System.Text;
using FreedomPaySandbox.LoadTests.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await LoadCommand.RunAsync(args, TimeProvider.System);
