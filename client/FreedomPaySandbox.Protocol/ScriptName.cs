namespace FreedomPaySandbox.Protocol;

/// <summary>The script name that opens the signed text: what stands after the last slash of the called path (S-1).</summary>
public static class ScriptName
{
    /// <summary>The script name of a call to the gateway.</summary>
    /// <param name="url">A path or an absolute address; query and fragment are cut off.</param>
    /// <returns>The last segment, as written; empty when the path ends in a slash or there is none.</returns>
    public static string FromUrl(string url) => LastSegment(GetPath(url)).ToString();

    /// <summary>
    /// The script name of a callback: the last segment of the merchant's own address (S-10), its query not signed (S-12).
    /// </summary>
    /// <param name="postLink">The merchant's <c>pg_post_link</c>.</param>
    /// <param name="rule">What to do when the path ends in a slash (S-11).</param>
    /// <returns>The script name, possibly empty.</returns>
    public static string ForCallback(string postLink, CallbackScriptName rule = CallbackScriptName.Empty)
    {
        var path = GetPath(postLink);
        if (rule == CallbackScriptName.PreviousSegment)
            path = path.TrimEnd('/');
        return LastSegment(path).ToString();
    }

    private static ReadOnlySpan<char> LastSegment(ReadOnlySpan<char> path) => path[(path.LastIndexOf('/') + 1)..];

    private static ReadOnlySpan<char> GetPath(string url)
    {
        var rest = url.AsSpan();
        var end = rest.IndexOfAny('?', '#');
        if (end >= 0)
            rest = rest[..end];

        var authority = rest.IndexOf("://", StringComparison.Ordinal);
        if (authority < 0 || rest[0] == '/')
            return rest;
        rest = rest[(authority + 3)..];
        var slash = rest.IndexOf('/');
        return slash < 0 ? default : rest[slash..];
    }
}

/// <summary>What signs a callback whose address ends in a slash (S-11).</summary>
public enum CallbackScriptName
{
    /// <summary>Nothing: the signed text starts with a semicolon. What the official SDK computes.</summary>
    Empty,

    /// <summary>The segment before the slash. What some clients compute.</summary>
    PreviousSegment,
}
