using System.Security.Cryptography;

namespace FreedomPaySandbox.Client;

/// <summary>Salts that nobody can foresee: 16 Latin letters and digits.</summary>
internal static class CryptographicSalt
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";

#pragma warning disable RS0030 // The one place where chance enters the client; tests set FreedomPayOptions.NewSalt.
    public static string New() => RandomNumberGenerator.GetString(Alphabet, 16);
#pragma warning restore RS0030
}
