namespace FreedomPaySandbox.Emulator.Web.Pages;

/// <summary>What the pages' components may ask for: nothing.</summary>
internal sealed class NoServices : IServiceProvider
{
    public static NoServices Instance { get; } = new();

    public object? GetService(Type serviceType) => null;
}
