using System.Diagnostics;
using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.Emulator.Telemetry;

/// <summary>
/// How a trace goes from a call through the store into the callback. Costs next to nothing while nobody collects traces and no caller sends
/// one.
/// </summary>
internal static class Tracing
{
    public const string SourceName = "FreedomPaySandbox";

    /// <summary>Where the web server's own spans come from.</summary>
    public const string ServerSourceName = "Microsoft.AspNetCore";

    private const int HeaderLength = 55;

    private static readonly ActivitySource s_source = new(SourceName);

    /// <summary>
    /// What the callbacks of a call go on from: the call's own span where traces are collected, else the caller's if it sent one.
    /// </summary>
    public static string? GetParent(HttpContext context)
    {
        if (s_source.HasListeners() && Activity.Current is { IdFormat: ActivityIdFormat.W3C, Id: { } own })
            return own;
        return context.Request.Headers.TraceParent is [{ Length: HeaderLength } header] && ActivityContext.TryParse(header, null, out _) ? header : null;
    }

    /// <summary>Names the span of a call after what was called, where traces are collected.</summary>
    public static void Name(HttpContext context, string path)
    {
        if (!s_source.HasListeners() || Activity.Current is not { IsAllDataRequested: true } activity)
            return;
        activity.DisplayName = $"{context.Request.Method} {path}";
        activity.SetTag("http.request.method", context.Request.Method);
        activity.SetTag("http.route", path);
        activity.SetTag("url.path", path);
        activity.SetTag("url.scheme", context.Request.Scheme);
    }

    /// <summary>Says on the span of a call whose it was and what came of it.</summary>
    public static void Conclude(HttpContext context, long? merchant, string outcome)
    {
        if (!s_source.HasListeners() || Activity.Current is not { IsAllDataRequested: true } activity)
            return;
        activity.SetTag("http.response.status_code", context.Response.StatusCode);
        activity.SetTag("freedompay.merchant", merchant);
        activity.SetTag("freedompay.outcome", outcome);
    }

    /// <summary>The span of an attempt, if traces are collected or the payout has a trace to go on with.</summary>
    public static Activity? Begin(LeasedCallback due)
    {
        // A queue may have been woken by any call; its trace is not this one's.
        Activity.Current = null;
        if (s_source.HasListeners() && s_source.StartActivity(ActivityKind.Client, GetParent(due), name: "callback") is { } activity)
        {
            activity.SetTag("freedompay.merchant", due.Payout.MerchantId);
            activity.SetTag("freedompay.payment", due.Payout.PaymentId);
            activity.SetTag("freedompay.attempt", due.AttemptsMade + 1);
            activity.SetTag("server.address", DeliveryQueue.GetHost(due.Payout.PostLink!));
            return activity;
        }

        return due.Payout.TraceParent is { } parent ? new Activity("callback").SetIdFormat(ActivityIdFormat.W3C).SetParentId(parent).Start() : null;
    }

    public static void Conclude(Activity? attempted, Attempt attempt, string outcome)
    {
        if (attempted is not { IsAllDataRequested: true })
            return;
        attempted.SetTag("http.response.status_code", attempt.Status);
        attempted.SetTag("freedompay.outcome", outcome);
        if (!attempt.Delivered)
            attempted.SetStatus(ActivityStatusCode.Error);
    }

    private static ActivityContext GetParent(LeasedCallback due) =>
        ActivityContext.TryParse(due.Payout.TraceParent, null, isRemote: true, out var parent) ? parent : default;
}
