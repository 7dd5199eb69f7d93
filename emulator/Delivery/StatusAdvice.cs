using System.Globalization;

namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>What to do about a status that does not deliver (N-5).</summary>
internal static class StatusAdvice
{
    public static DeliveryAdvice Explain(int status, string? location, Uri link) => status switch
    {
        301 or 302 or 303 or 307 or 308 => Redirected(status, location, link),
        401 or 403 => new(
            "access-denied",
            $"Your endpoint turned the gateway away with {Text(status)}.",
            "Take the path out of login, CSRF protection and address filters: what lets the gateway in is the signature."),
        404 or 410 => new(
            "no-such-path",
            $"There is nothing at {link.AbsolutePath}: {Text(status)}.",
            "Compare the path in pg_post_link with your route, prefix and trailing slash included."),
        405 => new(
            "no-post",
            $"{link.AbsolutePath} does not take POST: 405.",
            "Map the callback's route for POST."),
        400 or 422 => new(
            "turned-down",
            $"Your handler turned the callback down with {Text(status)}.",
            "Look at the answer's body and your log: most often the form was bound as JSON, or the signature was checked with another script name or secret."),
        413 => new("too-large", "Your endpoint takes no body of a kilobyte: 413.", "Raise the limit in front of it."),
        415 => new(
            "form-not-taken",
            "Your endpoint does not take forms: 415.",
            "Read application/x-www-form-urlencoded; a handler that binds JSON refuses it."),
        408 or 504 => new("gave-up", $"Something in front of your service gave up waiting: {Text(status)}.", "Answer 200 as soon as the callback is stored, and work on it later."),
        429 => new("too-many", "Your endpoint limits the rate of calls: 429.", "Take the callback's path out of the limit."),
        CallbackHeader.Refusal => new(
            FaultAdvice.TargetIsSandbox, $"A sandbox answers there, and no sandbox takes callbacks: {Text(status)}.", FaultAdvice.GiveYourOwn),
        502 or 503 => new("service-down", $"Something answers in front of your service, and not it: {Text(status)}.", "Start the service, or look at what the proxy says of it."),
        >= 500 => new("service-failed", $"Your service failed with {Text(status)}.", "Look at its log for the error. The callback is repeated on schedule."),
        >= 200 and < 300 => new("not-200", $"Your endpoint answered {Text(status)}, and only 200 delivers.", "Answer 200, with or without a body."),
        _ => new("other-status", $"Your endpoint answered {Text(status)}, and only 200 delivers.", "Answer 200 once the callback is stored."),
    };

    private static DeliveryAdvice Redirected(int status, string? location, Uri link)
    {
        if (location is null || !Uri.TryCreate(link, location, out var goal))
            return new("redirected", $"Your endpoint redirects ({Text(status)}), and the gateway does not follow.", "Answer under the address in pg_post_link itself.");
        var step = goal switch
        {
            _ when goal.Scheme == Uri.UriSchemeHttps && link.Scheme == Uri.UriSchemeHttp && goal.Host == link.Host =>
                "Give the https address in pg_post_link.",
            _ when goal.AbsolutePath.TrimEnd('/') == link.AbsolutePath.TrimEnd('/') =>
                "Give that address in pg_post_link. (A slash at its end changes the script name of the signature.)",
            _ => "Answer under the address in pg_post_link itself; a redirect to a login page means that the path is not public.",
        };
        return new("redirected", $"Your endpoint redirects ({Text(status)}) to {Shown(goal)}, and the gateway does not follow.", step);
    }

    // Without what may be a secret in it.
    private static string Shown(Uri goal) => goal.GetLeftPart(UriPartial.Path);

    private static string Text(int status) => status.ToString(CultureInfo.InvariantCulture);
}
