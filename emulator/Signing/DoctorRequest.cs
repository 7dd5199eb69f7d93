using System.Text;
using FreedomPaySandbox.Protocol;
using Microsoft.Net.Http.Headers;

namespace FreedomPaySandbox.Emulator.Signing;

/// <summary>The call whose signature is looked at: words as <c>sign</c> takes them, or a body as it was sent.</summary>
internal sealed class DoctorRequest(string? url, string[] words, string? body, string? contentType, Func<string> readInput)
{
    public string? Problem { get; private set; }

    public SignCall? Read()
    {
        if (body is null)
            return contentType is null ? OfWords() : Refuse("--content-type says what --body is; give --body too, or leave it out.");
        return words.Length == 0 ? OfBody(body is "-" ? readInput() : body) : Refuse("Give the fields with --body or as words, not both.");
    }

    private SignCall? OfWords()
    {
        var request = new SignRequest(url, words, readInput);
        return request.Read() ?? Refuse(request.Problem);
    }

    private SignCall? OfBody(string text)
    {
        if (MediaTypeHeaderValue.TryParse(contentType, out var type) && type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase))
            return OfMultipart(text, HeaderUtilities.RemoveQuotes(type.Boundary).Value ?? "");

        var reader = new SignCallReader();
        return reader.OfCurl(new CurlLine { Url = url, Method = "POST", Data = text.TrimEnd('\r', '\n'), ContentType = contentType }) ?? Refuse(reader.Problem);
    }

    // What was copied from a log has lost its CRs.
    private SignCall? OfMultipart(string text, string boundary)
    {
        var lines = text.Contains("\r\n", StringComparison.Ordinal) ? text : text.ReplaceLineEndings("\r\n");
        var reading = MultipartMessage.Read(Encoding.UTF8.GetBytes(lines), boundary);
        if (!reading.IsWellFormed)
            return Refuse(reading.Problem);

        var reader = new SignCallReader();
        return reader.OfBody(url, new SignPairs(SignCarrier.Multipart, [], reading.Parameters)) ?? Refuse(reader.Problem);
    }

    private SignCall? Refuse(string? problem)
    {
        Problem = problem;
        return null;
    }
}
