using NBomber.Contracts;
using NBomber.Running;

namespace NBomber.CSharp;

/// <summary>A part of an iteration that is measured by itself, from when it begins.</summary>
internal static class Step
{
    public static Task<Response<T>> Run<T>(string name, IScenarioContext context, Func<Task<Response<T>>> run) =>
        ((ScenarioContext)context).StepAsync(name, run);
}
