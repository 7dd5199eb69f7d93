namespace FreedomPaySandbox.Emulator.Access;

/// <summary>The scheme and host that a caller reached the sandbox by.</summary>
internal readonly record struct CalledHost(string Scheme, HostString Host)
{
    public static CalledHost From(HttpRequest request) => new(request.Scheme, request.Host);

    public override string ToString() => $"{Scheme}://{Host}";
}
