namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>The words typed after <c>sign</c>: fields, a curl line, or <c>-</c> for one on standard input.</summary>
internal sealed class SignRequest(string? url, string[] words, Func<string> readInput)
{
    public string? Problem { get; private set; }

    public SignCall? Read() => words switch
    {
        ["-"] => OfLine(readInput()),
        [var line] when CurlLine.IsCurlLine(line) => OfLine(line),
        [var line, ..] when CurlLine.IsCurlLine(line) => Refuse("Nothing may stand beside a curl line that is given as one quoted word."),
        [var first, .. var rest] when CurlLine.IsCurl(first) => OfCurl(rest),
        _ => OfFields(),
    };

    private SignCall? OfLine(string line)
    {
        if (!ShellWords.TrySplit(line, out var split, out var problem))
            return Refuse(problem);
        return split.Count > 0 && CurlLine.IsCurl(split[0])
            ? OfCurl(split.Skip(1))
            : Refuse("The text does not start with 'curl'; give one curl line, whole.");
    }

    private SignCall? OfCurl(IEnumerable<string> curl)
    {
        if (!CurlLine.TryRead(curl, out var line, out var problem))
            return Refuse(problem);
        if (url is not null && line.Url is not null)
            return Refuse("The address is given twice; leave --url out, the curl line has one.");

        var reader = new SignCallReader();
        return reader.OfCurl(line with { Url = line.Url ?? url }) ?? Refuse(reader.Problem);
    }

    private SignCall? OfFields()
    {
        var reader = new SignCallReader();
        return reader.OfFields(url, words) ?? Refuse(reader.Problem);
    }

    private SignCall? Refuse(string? problem)
    {
        Problem = problem;
        return null;
    }
}
