namespace FreedomPaySandbox.Client.AspNetCore;

/// <summary>What makes two callbacks the same: salt and signature differ at each attempt.</summary>
internal readonly record struct CallbackIdentity(long PaymentId, CallbackStatus Status)
{
    public static CallbackIdentity From(Callback callback) => new(callback.PaymentId, callback.Status);
}
