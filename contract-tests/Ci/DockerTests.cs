using System.Text.RegularExpressions;
using FreedomPaySandbox.ContractTests.Readme;

namespace FreedomPaySandbox.ContractTests.Ci;

/// <summary>What Dockerfile and compose file repeat of other places is what stands there; that they work is tried by <c>.ci/docker</c>.</summary>
public sealed partial class DockerTests
{
    private static readonly string s_image = Page.Dockerfile.Text;

    private static readonly string s_compose = Page.Compose.Text;

    [Fact]
    public void The_images_have_the_version_of_the_product()
    {
        var product = File.ReadAllText(Path.Combine(Page.Repository.FullName, "Directory.Build.props"));
        var versions = ImageVersion().Matches(s_image).Select(match => match.Groups["version"].Value).ToList();

        Assert.Equal(3, versions.Count);
        Assert.All(versions, version => Assert.Contains($"<Version>{version}</Version>", product, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("sandbox")]
    [InlineData("merchant")]
    [InlineData("load")]
    public void Each_image_that_compose_builds_is_a_target(string target)
    {
        Assert.Contains($"target: {target}\n", s_compose, StringComparison.Ordinal);
        Assert.Contains($" AS {target}\n", s_image, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_port_is_published_on_this_machine_only()
    {
        var ports = Ports().Matches(s_compose).Select(match => match.Groups["port"].Value).ToList();

        Assert.NotEmpty(ports);
        Assert.All(ports, port => Assert.StartsWith("127.0.0.1:", port, StringComparison.Ordinal));
    }

    [Fact]
    public void Each_profile_that_the_page_names_is_there_and_the_other_way_round() => Assert.Equal(
        Profiles().Matches(s_compose).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        NamedProfiles().Matches(Page.Docker.Text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        StringComparer.Ordinal);

    [GeneratedRegex("^ARG VERSION=(?<version>.+)$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ImageVersion();

    [GeneratedRegex("ports: \\[\"(?<port>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ports();

    [GeneratedRegex("profiles: \\[(?<name>[a-z]+)\\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Profiles();

    [GeneratedRegex("--profile (?<name>[a-z]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedProfiles();
}
