using FreedomPaySandbox.Emulator.Callbacks;
using FreedomPaySandbox.Emulator.Storage;
using FreedomPaySandbox.Verification.Sending;

namespace FreedomPaySandbox.ContractTests.Storage;

/// <summary>Looks at what a store keeps of callbacks, with queries of the tests' own.</summary>
internal static class StoredCallbacks
{
    private static readonly Statement s_attempts = new(
        """
        select at, address, sent, status, fault, fault_text, duration_ms, answer, answer_signature
        from attempts where payment_id = @payment order by number
        """);

    private static readonly Statement s_callbacks = new("select payment_id, state, attempts, due_at from callbacks order by payment_id");

    public static Task<List<Attempt>> AttemptsAsync(this SandboxStore store, long paymentId) => store.ReadAsync(
        session => session.QueryAsync(
            s_attempts,
            row => new Attempt
            {
                At = DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(0)),
                Address = row.GetString(1),
                Sent = row.GetString(2),
                Status = row.IsDBNull(3) ? null : row.GetInt32(3),
                Fault = (AttemptFault)row.GetInt32(4),
                FaultText = row.IsDBNull(5) ? null : row.GetString(5),
                Duration = TimeSpan.FromMilliseconds(row.GetInt64(6)),
                Answer = row.GetString(7),
                AnswerSignature = (AnswerSignature)row.GetInt32(8),
            },
            paymentId),
        CancellationToken.None);

    public static Task<List<KeptCallback>> CallbacksAsync(this SandboxStore store) => store.ReadAsync(
        session => session.QueryAsync(
            s_callbacks,
            row => new KeptCallback(
                row.GetInt64(0), (CallbackState)row.GetInt32(1), row.GetInt32(2), DateTimeOffset.FromUnixTimeMilliseconds(row.GetInt64(3)))),
        CancellationToken.None);

    public static async Task<KeptCallback> CallbackAsync(this SandboxStore store, long paymentId) =>
        (await store.CallbacksAsync()).Single(callback => callback.PaymentId == paymentId);
}
