using System.Globalization;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using FreedomPaySandbox.Emulator.Callbacks;

namespace FreedomPaySandbox.Emulator.Delivery;

/// <summary>Looks at the certificate of an endpoint as any client does, and says what is wrong with one that it refuses.</summary>
internal static class CallbackCertificate
{
    /// <exception cref="CertificateRefusedException">It is not trusted.</exception>
    public static bool Check(object sender, X509Certificate? certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (errors == SslPolicyErrors.None)
            return true;
        if (certificate is null)
            return false;
        using var shown = new X509Certificate2(certificate);
        throw Refusal(shown, chain, errors);
    }

    private static CertificateRefusedException Refusal(X509Certificate2 certificate, X509Chain? chain, SslPolicyErrors errors)
    {
        if (!errors.HasFlag(SslPolicyErrors.RemoteCertificateChainErrors))
            return new(AttemptFault.CertificateForAnotherName, $"The certificate is for {GetNames(certificate)}, not for the host that was called.");
        if (chain is not null && chain.ChainStatus.All(status => status.Status == X509ChainStatusFlags.NotTimeValid))
        {
            var (from, to) = (Date(certificate.NotBefore), Date(certificate.NotAfter));
            return new(AttemptFault.CertificateOutOfDate, $"The certificate is valid from {from} to {to} only.");
        }

        var isSelfSigned = certificate.SubjectName.RawData.AsSpan().SequenceEqual(certificate.IssuerName.RawData);
        return new(
            AttemptFault.CertificateUntrusted,
            isSelfSigned ? "The certificate is self-signed." : $"The certificate comes from {certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: true)}, which is not trusted here.");
    }

    private static string GetNames(X509Certificate2 certificate)
    {
        var names = certificate.Extensions.OfType<X509SubjectAlternativeNameExtension>().SelectMany(extension => extension.EnumerateDnsNames()).Take(3).ToList();
        return names.Count > 0 ? string.Join(", ", names) : certificate.GetNameInfo(X509NameType.SimpleName, forIssuer: false);
    }

    private static string Date(DateTime local) => local.ToUniversalTime().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
