namespace FreedomPaySandbox.Client.AspNetCore;

/// <summary>How callbacks are received.</summary>
public sealed class PayoutCallbackOptions
{
    /// <summary>
    /// The address exactly as it is sent in <c>pg_post_link</c>. Needed where a proxy changes the last segment of the path, or where it
    /// has other than Latin letters, because that segment is signed (S-10). The path of the request when left out.
    /// </summary>
    public Uri? PublicUrl { get; set; }

    /// <summary>
    /// What remembers the callbacks that were stored; an <see cref="ICallbackMemory"/> among the program's services when left out, and
    /// <see cref="RecentCallbacks"/> when there is none.
    /// </summary>
    public ICallbackMemory? Memory { get; set; }
}
