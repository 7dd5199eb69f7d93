using System.Text.Json.Serialization;

namespace FreedomPaySandbox.Testing;

/// <summary>Where a callback is between being owed and being done with.</summary>
[JsonConverter(typeof(DashedWord<CallbackState>))]
public enum CallbackState
{
    /// <summary>An attempt is due, now or later.</summary>
    Pending,

    /// <summary>The merchant answered 200.</summary>
    Delivered,

    /// <summary>A dead letter: every attempt of the schedule failed.</summary>
    Dead,

    /// <summary>A rule lost it: nobody attempts it.</summary>
    Lost,

    /// <summary>A forged one that the merchant did not answer with 200; nobody tries a forgery twice.</summary>
    Rejected,
}
