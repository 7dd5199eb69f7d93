using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Web.Dashboard;

/// <summary>
/// What every form of the dashboard carries: made from a cookie that the browser has had from here, so only a page that was opened in this
/// browser has it. No sandbox remembers it, because the next call may reach another sandbox on the same store.
/// </summary>
internal static class FormToken
{
    public const string Field = "form-token";

    private const string Purpose = "dashboard form ";

    private static readonly object s_key = new();

    /// <summary>The token of a browser, which is given its cookie where it has none.</summary>
    public static string GetOrCreate(HttpContext context)
    {
        if (context.Items[s_key] is string made)
            return made;
        if (GetSecret(context.Request) is not { } secret)
        {
            secret = SecretId.Draw();
            context.Response.Cookies.Append(GetName(context.Request), secret, Options(context.Request));
        }

        var token = From(secret);
        context.Items[s_key] = token;
        return token;
    }

    /// <summary>Whether the form that was sent carries the token of the browser that sends it.</summary>
    /// <exception cref="InvalidDataException">It is no form.</exception>
    public static async Task<bool> IsInAsync(HttpContext context)
    {
        if (!context.Request.HasFormContentType)
            throw new InvalidDataException("The body is no form.");
        var form = await ReadAsync(context);
        return GetSecret(context.Request) is { } secret
            && form[Field] is [{ } shown]
            && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(shown), Encoding.UTF8.GetBytes(From(secret)));
    }

    private static async Task<IFormCollection> ReadAsync(HttpContext context)
    {
        try
        {
            return await context.Request.ReadFormAsync(context.RequestAborted);
        }
        catch (IOException fault) when (!context.RequestAborted.IsCancellationRequested)
        {
            throw new InvalidDataException("The form ends in the middle.", fault);
        }
    }

    private static string From(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(Purpose + secret)));

    private static string? GetSecret(HttpRequest request) =>
        request.Cookies[GetName(request)] is { } secret && SecretId.IsWellFormed(secret) ? secret : null;

    // Browsers do not keep the cookies of a machine's ports apart.
    private static string GetName(HttpRequest request) =>
        string.Create(CultureInfo.InvariantCulture, $"fps-form-{request.Host.Port ?? 80}");

    // Lax: a link from elsewhere leads to a page with a form, too, and must not make the forms of open pages stale.
    private static CookieOptions Options(HttpRequest request) => new()
    {
        HttpOnly = true,
        SameSite = SameSiteMode.Lax,
        Secure = request.IsHttps,
        Path = "/",
    };
}
