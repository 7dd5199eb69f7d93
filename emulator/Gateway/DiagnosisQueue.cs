using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Registry;
using FreedomPaySandbox.Emulator.Signatures;
using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Emulator.Gateway;

/// <summary>
/// Has the doctor look at calls whose signature is wrong, one at a time: it computes many digests, and other calls wait for the processor.
/// </summary>
#pragma warning disable CA1001 // A SemaphoreSlim without a wait handle holds nothing to dispose of.
internal sealed partial class DiagnosisQueue(MerchantRegistry merchants, ILogger<DiagnosisQueue> log)
#pragma warning restore CA1001
{
    /// <summary>Whose secrets are tried besides.</summary>
    private const int MostOthers = 50;

    /// <summary>How many calls may wait for the doctor; those beyond are answered without.</summary>
    private const int MostWaiting = 16;

    private readonly SemaphoreSlim _turn = new(1, 1);
    private int _waiting;

    /// <summary>
    /// What is wrong with a signature that was found wrong; nothing when too many ask at once, or the doctor itself fails. Whatever comes
    /// of it, the call is refused as it would be without.
    /// </summary>
    public async Task<Diagnosis?> ExamineAsync(HttpRequest request, string script, GatewayOperation operation, Parameters fields, Merchant merchant)
    {
        try
        {
            if (Interlocked.Increment(ref _waiting) > MostWaiting)
                return null;
            await _turn.WaitAsync();
            try
            {
                return SignatureDoctor.Examine(GetCase(request.Path.Value + request.QueryString.Value, script, operation.Secret, fields, merchant));
            }
            finally
            {
                _turn.Release();
            }
        }
#pragma warning disable CA1031 // Advice is not worth an answer.
        catch (Exception fault)
#pragma warning restore CA1031
        {
            LogFault(fault, operation.Path);
            return null;
        }
        finally
        {
            Interlocked.Decrement(ref _waiting);
        }
    }

    /// <summary>The call as the doctor looks at it.</summary>
    public SignatureCase GetCase(string url, string script, SecretKind kind, Parameters fields, Merchant merchant) =>
        new(url, script, kind, fields, merchant.Secrets)
        {
            Others = [.. merchants.All.Where(other => other.Merchant.Id != merchant.Id).Take(MostOthers).Select(other => new OtherMerchant(other.Merchant.Id, other.Merchant.Secrets))],
        };

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Path}: the doctor failed on a wrong signature, which is refused all the same")]
    private partial void LogFault(Exception fault, string path);
}
