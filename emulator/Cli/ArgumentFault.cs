using System.CommandLine;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Cli;

/// <summary>
/// Says in two lines what is wrong with the arguments of a command. Never with a value: it may be a secret behind a flag that was mistyped.
/// </summary>
internal static class ArgumentFault
{
    private const int LongestWord = 20;

    public static string Sentence(ParseResult parsed)
    {
        var command = parsed.CommandResult.Command;
        var place = command is RootCommand ? "" : $"{command.Name} ";
        return $"{TerminalText.Line(Problem(parsed, command))}{Environment.NewLine}See {place}--help.";
    }

    // Where a command stands, little else is meant; what does not look like one is not shown.
    private static string Word(string token) =>
        token.Length <= LongestWord && token.All(character => char.IsAsciiLetter(character) || character == '-') ? token : "of that name";

    private static string Problem(ParseResult parsed, Command command)
    {
        // An option that is known and lacks its value is told by the parser well enough.
        if (parsed.UnmatchedTokens.Count == 0)
            return parsed.Errors[0].Message;
        if (parsed.UnmatchedTokens.FirstOrDefault(token => token.StartsWith('-')) is { } flag)
        {
            var name = flag.Split('=', ':')[0];
            return $"There is no option {name}. Did you mean {NearestName.Find(name, command.Options.Select(option => option.Name))}?";
        }

        return command.Subcommands.Count > 0
            ? $"There is no command {Word(parsed.UnmatchedTokens[0])}. Did you mean {NearestName.Find(parsed.UnmatchedTokens[0], command.Subcommands.Select(sub => sub.Name))}?"
            : "There is an argument too many: an option takes one value.";
    }
}
