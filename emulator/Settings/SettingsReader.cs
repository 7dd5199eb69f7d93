using System.Collections;
using System.Text.Json;
using FreedomPaySandbox.Emulator.Merchants;
using FreedomPaySandbox.Emulator.Telemetry;
using FreedomPaySandbox.Emulator.Text;

namespace FreedomPaySandbox.Emulator.Settings;

/// <summary>
/// Puts the settings together: file, then environment, then flags, the later word winning. Collects everything that is wrong, so
/// that one run shows it all.
/// </summary>
internal sealed class SettingsReader
{
    public const string FileVariable = "FPS_SETTINGS";

    private const string Prefix = "FPS_";

    private const string MerchantsMember = "merchants";

    private readonly List<string> _problems = [];
    private readonly List<MerchantBuilder> _merchants = [];
    private readonly SettingOrigins _origins = new();
    private SandboxSettings _settings = new();

    public IReadOnlyList<string> Problems => _problems;

    /// <summary>Takes over a settings file: one JSON object, its <c>merchants</c> a list of objects.</summary>
    public void ReadFile(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
            using var document = JsonDocument.Parse(
                file,
                new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
            if (document.RootElement.ValueKind == JsonValueKind.Object)
                ReadMembers(document.RootElement, path);
            else
                Refuse($"{path}: the settings are one JSON object.");
        }
        catch (JsonException fault)
        {
            Refuse($"{path}: malformed JSON at line {fault.LineNumber + 1}.");
        }
        catch (InvalidOperationException)
        {
            // What JsonElement throws for text that is not UTF-8 or half a surrogate pair.
            Refuse($"{path}: a text is not valid Unicode.");
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            Refuse($"{path}: {fault.Message}");
        }
    }

    /// <summary>Takes over all variables that start with <c>FPS_</c>; one that is not known is a mistake, not a stranger.</summary>
    public void ReadEnvironment(IDictionary variables)
    {
        ReadCommonVariables(variables);
        var (telemetry, problems) = TelemetryPlan.Read(variables);
        _settings = _settings with { Telemetry = telemetry };
        foreach (var problem in problems)
            Refuse(problem);
        var names = variables.Keys.Cast<string>().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal));
        foreach (var name in names.Where(name => !Same(name, FileVariable)).Order(StringComparer.Ordinal))
        {
            var text = (string?)variables[name] ?? "";
            if (GetSecret(name) is { } secret)
                ReadSecretFile(name, secret, text, besides: variables.Contains(secret));
            else if (!Apply(setting => setting.Variable, setting => setting.Variable, name, text, name, SettingOrigins.OfVariable(name)))
                Refuse($"{name} is not a setting. Did you mean {Nearest(name)}?");
        }
    }

    /// <summary>Takes over a flag that was given.</summary>
    public void ReadFlag(string name, string text) =>
        Apply(setting => setting.Name, setting => setting.Name, name, text, "--" + name, SettingOrigins.OfFlag("--" + name));

    /// <summary>All that is set, and where it came from.</summary>
    public IEnumerable<SettingLine> Lines() => SandboxSettingTable.All
        .Select(setting => new SettingLine(null, setting.Member, setting.Show(_settings), _origins.Create(setting.Name)))
        .Concat(_merchants.SelectMany(draft => MerchantSettingTable.All
            .Select(setting => new SettingLine(draft.Merchant.Id, setting.Member, setting.Show(draft), draft.Origins.Create(setting.Name)))));

    public SandboxSettings? Finish()
    {
        if (_merchants.Count == 0)
            _merchants.Add(new MerchantBuilder());

        var merchants = new List<Merchant>();
        foreach (var draft in _merchants)
        {
            if (draft.Finish() is not { } merchant)
                Refuse($"Merchant {draft.Merchant.Id} has no payoutSecret.");
            else if (merchants.Any(other => other.Id == merchant.Id))
                Refuse($"Merchant {merchant.Id} is there twice.");
            else
                merchants.Add(merchant);
        }

        return _problems.Count == 0 ? _settings with { Merchants = merchants } : null;
    }

    private void ReadMembers(JsonElement settings, string path)
    {
        foreach (var member in settings.EnumerateObject())
        {
            if (member.NameEquals(MerchantsMember))
                ReadMerchants(member.Value, path);
            else if (Text(member, path) is { } text
                && !ApplySandbox(setting => setting.Member, member.Name, text, $"{path}: {member.Name}", SettingOrigins.OfFile(path)))
                Refuse(MerchantSettingTable.All.Any(setting => Same(setting.Member, member.Name))
                    ? $"{path}: {member.Name} belongs under {MerchantsMember}: {{\"{MerchantsMember}\": [{{\"{member.Name}\": …}}]}}."
                    : $"{path}: {member.Name} is not a setting. Known: {Known(SandboxSettingTable.All)}, {MerchantsMember}.");
        }
    }

    private void ReadMerchants(JsonElement merchants, string path)
    {
        if (merchants.ValueKind != JsonValueKind.Array)
        {
            Refuse($"{path}: {MerchantsMember}: expected a list of objects.");
            return;
        }

        foreach (var merchant in merchants.EnumerateArray())
        {
            if (merchant.ValueKind != JsonValueKind.Object)
            {
                Refuse($"{path}: a merchant is an object.");
                continue;
            }

            var draft = new MerchantBuilder();
            _merchants.Add(draft);
            foreach (var problem in MerchantMembers.Read(merchant, draft, path))
                Refuse(problem);
        }
    }

    // They are not ours alone, so they are looked for by name, and whatever starts with our own prefix wins over them.
    private void ReadCommonVariables(IDictionary variables)
    {
        foreach (var setting in SandboxSettingTable.All)
        {
            if (setting.CommonVariable is { } name && variables[name] is string { Length: > 0 } text)
                ApplySandbox(setting => setting.Name, setting.Name, text, name, SettingOrigins.OfVariable(name));
        }
    }

    /// <summary>The variable whose secret stands in the file that a variable of that name names.</summary>
    private static string? GetSecret(string name) =>
        SandboxSettingTable.All.FirstOrDefault(setting => Same(setting.FileVariable, name))?.Variable
        ?? MerchantSettingTable.All.FirstOrDefault(setting => Same(setting.FileVariable, name))?.Variable;

    private void ReadSecretFile(string name, string secret, string path, bool besides)
    {
        if (besides)
        {
            Refuse(SecretFile.GivenTwice(secret, name));
            return;
        }

        var (text, problem) = SecretFile.Read(path);
        if (text is null)
            Refuse($"{name}: expected {problem}.");
        else
            Apply(setting => setting.Variable, setting => setting.Variable, secret, text, name, $"{SettingOrigins.OfVariable(name)}, {SettingOrigins.OfFile(path)}");
    }

    private bool Apply(
        Func<Setting<SandboxSettings>, string> sandboxName,
        Func<Setting<MerchantBuilder>, string> merchantName,
        string name,
        string text,
        string place,
        string origin)
    {
        if (ApplySandbox(sandboxName, name, text, place, origin))
            return true;
        if (_merchants.Count == 0)
            _merchants.Add(new MerchantBuilder());
        return ApplyMerchant(_merchants[0], merchantName, name, text, place, origin);
    }

    private bool ApplySandbox(Func<Setting<SandboxSettings>, string> nameOf, string name, string text, string place, string origin)
    {
        if (SandboxSettingTable.All.FirstOrDefault(setting => Same(nameOf(setting), name)) is not { } setting)
            return false;
        Report(HasNoControls(text, place) ? setting.Apply(ref _settings, text) : null, place, text);
        _origins.Note(setting.Name, origin);
        return true;
    }

    private bool ApplyMerchant(
        MerchantBuilder draft, Func<Setting<MerchantBuilder>, string> nameOf, string name, string text, string place, string origin)
    {
        if (MerchantSettingTable.All.FirstOrDefault(setting => Same(nameOf(setting), name)) is not { } setting)
            return false;
        Report(HasNoControls(text, place) ? setting.Apply(ref draft, text) : null, place, text);
        draft.Origins.Note(setting.Name, origin);
        return true;
    }

    // Names of files, members and variables are whatever somebody wrote.
    private void Refuse(string problem) => _problems.Add(TerminalText.Line(problem));

    // Without the text that was given: it may be a secret in the wrong place. What was expected may take lines: those of rules do.
    private void Report(string? expected, string place, string text)
    {
        if (expected is not null)
            _problems.Add($"{TerminalText.Line(place)}: expected {expected}.{(text.Length == 0 ? " It is empty." : "")}");
    }

    private bool HasNoControls(string text, string place)
    {
        if (!SettingText.HasControls(text))
            return true;
        Refuse(text.Contains('\r', StringComparison.Ordinal)
            ? $"{place}: expected a text without control characters. It holds a carriage return, as lines of a file with Windows line ends do: save that with Unix line ends."
            : $"{place}: expected a text without control characters. Take them out.");
        return false;
    }

    private static bool Same(string? x, string? y) => string.Equals(x, y, StringComparison.Ordinal);

    private string? Text(JsonProperty member, string path)
    {
        if (SettingJson.Text(member.Value) is { } text)
            return text;
        Refuse($"{path}: {member.Name}: expected a text, a number or a list of them.");
        return null;
    }

    private static string Known<T>(IEnumerable<Setting<T>> settings) => string.Join(", ", settings.Select(setting => setting.Member));

    private static string Nearest(string name) => NearestName.Find(
        name,
        [FileVariable, .. SandboxSettingTable.All.SelectMany(Variables), .. MerchantSettingTable.All.SelectMany(Variables)]);

    private static IEnumerable<string> Variables<T>(Setting<T> setting) =>
        setting.FileVariable is { } file ? [setting.Variable, file] : [setting.Variable];
}
