using FreedomPaySandbox.Protocol;

namespace FreedomPaySandbox.Client;

/// <summary>Says what to check when the signature of a callback is wrong.</summary>
internal static class CallbackDoctor
{
    public static CallbackProblem Explain(string url, string script, Parameters fields, CallbackSecrets secrets) =>
        new(CallbackProblemKind.WrongSignature, $"The callback's pg_sig is wrong. {Cause(url, script, fields, secrets)}");

    private static string Cause(string url, string script, Parameters fields, CallbackSecrets secrets)
    {
        if (secrets.Other is { } other && Signature.Verify(script, fields, other))
        {
            return $"It is signed with the {secrets.OtherName}, and {secrets.Kind} are signed with the {secrets.RightName}: the two may be "
                + "interchanged, or the callback is of another kind and belongs to another address (S-9).";
        }

        foreach (var rule in Enum.GetValues<CallbackScriptName>())
        {
            if (Signature.Verify(ScriptName.ForCallback(url, rule), fields, secrets.Right))
                return $"It is right for an address without the slash at its end: set CallbackScriptName to {rule} (S-11).";
        }

        return $"It was checked with the script '{script}', the last segment of the address that was called, and the {secrets.RightName}. Check that "
            + "pg_post_link ends in that segment (S-10), what a slash at its end is signed as (CallbackScriptName, S-11), and that the secret is "
            + $"the {secrets.RightName} of this merchant. If all of them are right, somebody forges callbacks.";
    }
}
