using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>Makes a call of what was typed, if the gateway would read such a call at all (T-1 to T-5).</summary>
internal sealed class SignCallReader
{
    /// <summary>Why there is no call, and what to do about it.</summary>
    public string? Problem { get; private set; }

    /// <summary>The call that typed fields make: a POST of a form.</summary>
    public SignCall? OfFields(string? url, IReadOnlyList<string> words)
    {
        var pairs = new List<SignField>();
        foreach (var word in words)
        {
            // The word itself may be a card number or a secret.
            if (!SignField.TryRead(word, out var pair))
                return Refuse($"Word {pairs.Count + 1} of the fields is not name=value; an option of sign stands before the fields, one of curl after 'curl'.");
            pairs.Add(pair);
        }

        return ReadUrl(url) is { } address ? From(address, Collect(SignCarrier.Form, pairs), kept: []) : null;
    }

    /// <summary>The call that posts a body that is read already.</summary>
    public SignCall? OfBody(string? url, SignBody body) => ReadUrl(url) is { } address ? From(address, body, kept: []) : null;

    /// <summary>The call that a curl line makes.</summary>
    public SignCall? OfCurl(CurlLine line)
    {
        if (ReadUrl(line.Url) is not { } address)
            return null;
        if (line.Method is not (null or "GET" or "POST"))
            return Refuse("The gateway reads POST and GET; name one of them with -X, or leave -X out.");

        var hasBody = line.Data is not null || line.Form.Count > 0;
        var isGet = line.Get || line.Method is "GET" || (line.Method is null && !hasBody);
        return From(address, isGet ? Queried(address, line) : Posted(line), line.Kept);
    }

    private SignCall? From(Uri address, SignBody? body, IReadOnlyList<string> kept)
    {
        if (body is SignPairs pairs && pairs.Fields.GetCount(Fields.Xml) > 0)
            body = SignXml.TryOpen(pairs, out var xml, out var problem) ? xml : RefuseBody(problem);
        if (body is null)
            return null;
        if (body.Fields.Count == 0)
            return Refuse("There are no fields to sign; give name=value words, or a curl line with data.");

        // As typed: Uri would change escapes, and the script name is signed as it is called (S-1).
        var url = address.OriginalString.AsSpan();
        var end = body.IsQuery ? url.IndexOfAny('?', '#') : -1;
        return new SignCall((end < 0 ? url : url[..end]).ToString(), body, kept);
    }

    private Uri? ReadUrl(string? url)
    {
        if (string.IsNullOrEmpty(url))
        {
            Refuse("Where does the call go? Give --url http://localhost:8585/g2g/p2p2nonreg, or a curl line with its address.");
            return null;
        }

        var full = url.Contains("://", StringComparison.Ordinal) ? url : $"http://{url}";
        if (Uri.TryCreate(full, UriKind.Absolute, out var address) && address.Scheme is "http" or "https" && address.Host.Length > 0)
            return address;
        Refuse("The address is not an http or https one, such as http://localhost:8585/g2g/p2p2nonreg.");
        return null;
    }

    private SignBody? Queried(Uri address, CurlLine line)
    {
        if (line.Form.Count > 0 || line.Method is "POST")
            return RefuseBody("-G and -X GET put the fields in the query; they do not go with -F or -X POST.");
        if (line.Data is not null && !line.Get)
            return RefuseBody("The gateway does not read the body of a GET; add -G, which puts the fields in the query.");

        return Decode(SignCarrier.Query, $"{address.Query.TrimStart('?')}&{line.Data}");
    }

    private SignBody? Posted(CurlLine line)
    {
        if (line.Form.Count > 0)
        {
            return line.Data is null && MediaType(line) is null or "multipart/form-data"
                ? Collect(SignCarrier.Multipart, line.Form)
                : RefuseBody("-F makes a multipart body; it does not go with -d or another content type.");
        }

        var data = line.Data ?? "";
        return MediaType(line) switch
        {
            "application/json" => SignJson.TryRead(data, out var json, out var problem) ? json : RefuseBody(problem),
            "multipart/form-data" => RefuseBody("A multipart body is written with -F name=value, one for each field."),
            not (null or "application/x-www-form-urlencoded") => RefuseBody(
                $"The gateway reads forms, multipart and JSON, no other content type; XML travels as the value of the field {Fields.Xml}."),
            _ when data.AsSpan().TrimStart().StartsWith("{") => RefuseBody("The body looks like JSON; add -H 'Content-Type: application/json'."),
            _ when data.AsSpan().TrimStart().StartsWith("<") => RefuseBody($"The body looks like XML; send it as --data-urlencode '{Fields.Xml}=<?xml …'."),
            _ => Decode(SignCarrier.Form, data),
        };
    }

    private SignBody? Collect(SignCarrier carrier, IReadOnlyList<SignField> pairs) =>
        SignPairs.TryCollect(carrier, pairs, out var body, out var problem) ? body : RefuseBody(problem);

    private SignBody? Decode(SignCarrier carrier, string encoded) =>
        SignPairs.TryDecode(carrier, encoded, out var body, out var problem) ? body : RefuseBody(problem);

    private static string? MediaType(CurlLine line) => line.ContentType?.Split(';')[0].Trim().ToLowerInvariant();

    private SignBody? RefuseBody(string problem)
    {
        Problem = problem;
        return null;
    }

    private SignCall? Refuse(string problem)
    {
        Problem = problem;
        return null;
    }
}

/// <summary>A call to be signed: where it goes, what it carries, and what else its curl line said.</summary>
internal sealed record SignCall(string Url, SignBody Body, IReadOnlyList<string> Kept)
{
    public string Script => ScriptName.FromUrl(Url);

    /// <summary>
    /// Whether the address has a query that is no field: a POST has its fields in the body, and merchants' addresses may have one (S-12).
    /// </summary>
    public bool HasUnsignedQuery => !Body.IsQuery && Url.Contains('?', StringComparison.Ordinal);
}
