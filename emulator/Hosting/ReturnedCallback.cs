using FreedomPaySandbox.Emulator.Access;
using FreedomPaySandbox.Emulator.Admin;
using FreedomPaySandbox.Emulator.Answers;
using FreedomPaySandbox.Emulator.Clock;
using FreedomPaySandbox.Emulator.Delivery;
using FreedomPaySandbox.Emulator.Gateway;
using FreedomPaySandbox.Emulator.Telemetry;

namespace FreedomPaySandbox.Emulator.Hosting;

/// <summary>
/// Refuses the callback of a sandbox, its own or another's, on every path: no sandbox has an endpoint for callbacks. Otherwise a payout's
/// post link could press the buttons of the dashboard, and two sandboxes could call each other for ever.
/// </summary>
internal sealed class ReturnedCallback(CallRecorder record, SandboxClock machine)
{
    private const string NextStep = "no sandbox takes those. Give the address of your own service in pg_post_link.";

    public Task PassAsync(HttpContext context, RequestDelegate next) => CallbackHeader.IsOn(context.Request) ? RefuseAsync(context) : next(context);

    private Task RefuseAsync(HttpContext context)
    {
        var call = new GatewayContext(context, GatewayOperation.ReturnedCallback, machine.Time.GetTimestamp());
        var refusal = new HttpRefusal(CallbackHeader.Refusal, CallbackHeader.IsOwn(context.Request)
            ? $"This is the callback of a sandbox, of this one, and {NextStep}"
            : $"This is the callback of a sandbox, of another one, and {NextStep}");
        Tracing.Name(context, call.Operation.Path);
        record.Keep(call, refusal);
        return AdminPath.Contains(context.Request)
            ? new AdminProblem(refusal.Status, "Loop detected", refusal.Text).ExecuteAsync(context)
            : refusal.WriteAsync(context.Response);
    }
}
