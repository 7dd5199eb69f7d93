using System.Text.RegularExpressions;
using FreedomPaySandbox.ContractTests.Readme;

namespace FreedomPaySandbox.ContractTests.Ci;

/// <summary>
/// What Dockerfile and compose file repeat of other places is what stands there; that they work is tried by <c>.ci/docker</c>.
/// </summary>
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
    public void Each_service_is_read_only_without_capabilities_and_with_limits()
    {
        var hardened = Block("x-hardened: &hardened", s_compose);
        var services = Services().Matches(s_compose[s_compose.IndexOf("\nservices:\n", StringComparison.Ordinal)..s_compose.IndexOf("\nvolumes:\n", StringComparison.Ordinal)]);

        foreach (var limit in new[] { "read_only: true", "cap_drop: [ALL]", "no-new-privileges:true", "mem_limit: ", "memswap_limit: ", "pids_limit: " })
            Assert.Contains(limit, hardened, StringComparison.Ordinal);
        Assert.Contains("<<: *hardened", Block("x-sandbox: &sandbox", s_compose), StringComparison.Ordinal);
        Assert.Contains("<<: *sandbox", Block("x-shared: &shared", s_compose), StringComparison.Ordinal);
        Assert.Equal(8, services.Count);
        Assert.All(services, service => Assert.Matches(@"(<<|shared-\d): \*(hardened|sandbox|shared)\n", service.Value));
        Assert.DoesNotMatch("read_only: false|cap_add|privileged: true|pids_limit: -1|mem_limit: 0|network_mode: host", s_compose);
    }

    [Fact]
    public void The_database_writes_nothing_but_its_data_and_runs_as_nobody_in_particular()
    {
        var postgres = Services().Matches(s_compose).Single(service => service.Value.StartsWith("  postgres:\n    ", StringComparison.Ordinal)).Value;

        Assert.Contains("user: \"70:70\"", postgres, StringComparison.Ordinal);
        Assert.Contains("tmpfs: [/tmp, /var/run/postgresql]", postgres, StringComparison.Ordinal);
        Assert.Contains("volumes: [\"postgres:/var/lib/postgresql/data\"]", postgres, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_profile_that_the_page_names_is_there_and_the_other_way_round() => Assert.Equal(
        Profiles().Matches(s_compose).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        NamedProfiles().Matches(Page.Docker.Text).Select(match => match.Groups["name"].Value).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        StringComparer.Ordinal);

    private static string Block(string head, string text)
    {
        var start = text.IndexOf(head + "\n", StringComparison.Ordinal);
        return text[start..text.IndexOf("\n\n", start, StringComparison.Ordinal)];
    }

    [GeneratedRegex("^  [a-z0-9-]+:.*\\n(?:(?: {3,}.*)?\\n)*", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Services();

    [GeneratedRegex("^ARG VERSION=(?<version>.+)$", RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ImageVersion();

    [GeneratedRegex("ports: \\[\"(?<port>[^\"]+)\"", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Ports();

    [GeneratedRegex("profiles: \\[(?<name>[a-z]+)\\]", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Profiles();

    [GeneratedRegex("--profile (?<name>[a-z]+)", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex NamedProfiles();
}
