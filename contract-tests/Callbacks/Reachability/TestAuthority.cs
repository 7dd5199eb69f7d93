using System.Net;
using System.Net.Security;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace FreedomPaySandbox.ContractTests.Callbacks.Reachability;

/// <summary>An authority that a test trusts, and the certificates it vouches for.</summary>
internal sealed class TestAuthority : IDisposable
{
    private static readonly DateTimeOffset s_from = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset s_to = new(2120, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ECDsa _key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509Certificate2 _root;

    public TestAuthority()
    {
        var request = new CertificateRequest("CN=Test Authority", _key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(certificateAuthority: true, hasPathLengthConstraint: false, 0, critical: true));
        _root = request.CreateSelfSigned(s_from, s_to);
    }

    public X509Certificate2 Loopback(DateTimeOffset? until = null) => Issue(names => names.AddIpAddress(IPAddress.Loopback), until ?? s_to);

    public X509Certificate2 For(string name) => Issue(names => names.AddDnsName(name), s_to);

    /// <summary>Has connections trust this authority alone.</summary>
    public void IsTrustedBy(SslClientAuthenticationOptions options)
    {
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.Add(_root);
        options.CertificateChainPolicy = policy;
    }

    public void Dispose()
    {
        _root.Dispose();
        _key.Dispose();
    }

    private X509Certificate2 Issue(Action<SubjectAlternativeNameBuilder> name, DateTimeOffset until)
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=endpoint", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        name(names);
        request.CertificateExtensions.Add(names.Build());
        using var issued = request.Create(_root, s_from, until, [1, 2, 3, 4]);
        return issued.CopyWithPrivateKey(key);
    }
}
