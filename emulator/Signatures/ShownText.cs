using System.Text;
using FreedomPaySandbox.Emulator.Secrets;

namespace FreedomPaySandbox.Emulator.Signatures;

/// <summary>A signed text with its masked form, part by part, so that a place in the one is found in the other.</summary>
internal sealed class ShownText
{
    private readonly List<TextPart> _parts;
    private readonly List<string> _shown;
    private readonly SignatureRecipe _recipe;
    private readonly CaseMask _mask;

    /// <param name="real">The recipe as it was followed.</param>
    /// <param name="hidden">The same recipe over fields in which nothing is left that must not be shown.</param>
    /// <param name="mask">Hides what the recipe brought about.</param>
    public ShownText(SignatureRecipe real, SignatureRecipe hidden, CaseMask mask)
    {
        _parts = SignedText.Build(real);
        _shown = [.. SignedText.Build(hidden, real.Order).Select(part => part.Kind switch
        {
            PartKind.Secret when part.Text.Length > 0 => Redaction.Dots,
            PartKind.Script => mask.HideScript(part.Text),
            PartKind.Field => mask.Hide(part.Text),
            _ => part.Text,
        })];
        _recipe = real;
        _mask = mask;
    }

    public string Text => string.Concat(_shown);

    /// <summary>Where <paramref name="signed"/> first departs from this text, or <see langword="null"/> when it does not.</summary>
    public FirstDifference? FindFirstDifference(ShownText signed)
    {
        var (real, other) = (Concat(_parts), Concat(signed._parts));
        if (string.Equals(real, other, StringComparison.Ordinal))
            return null;

        // Behind a mask both texts may look the same where they are not.
        var difference = real.AsSpan().CommonPrefixLength(other);
        var (shown, otherShown) = (Text, signed.Text);
        var visible = shown.AsSpan().CommonPrefixLength(otherShown);
        if (visible == shown.Length && visible == otherShown.Length)
            visible = int.MaxValue;
        var index = Math.Min(visible, Math.Min(GetPlace(difference), signed.GetPlace(difference)));
        return new FirstDifference(index, GetName(this, signed, difference));
    }

    private int GetPlace(int difference)
    {
        int real = 0, shown = 0;
        for (var i = 0; i < _parts.Count; i++)
        {
            if (difference < real + _parts[i].Text.Length)
                return string.Equals(_parts[i].Text, _shown[i], StringComparison.Ordinal) ? shown + difference - real : shown;
            real += _parts[i].Text.Length;
            shown += _shown[i].Length;
        }

        return shown;
    }

    // What is longer in the signed text departs where the right one goes on behind it.
    private static string GetName(ShownText right, ShownText signed, int difference)
    {
        var (part, other) = (right.PartAt(difference), signed.PartAt(difference));
        return right.IsJoin(part) && other < signed._parts.Count && signed._parts[other].Kind == PartKind.Field ? signed.GetName(other) : right.GetName(part);
    }

    private int PartAt(int difference)
    {
        var real = 0;
        for (var i = 0; i < _parts.Count; i++)
        {
            real += _parts[i].Text.Length;
            if (difference < real || (difference == real && _parts[i].Text.Length == 0))
                return i;
        }

        return _parts.Count;
    }

    private bool IsJoin(int part) => part == _parts.Count || _parts[part].Kind == PartKind.Join;

    // Of a separator, what it leads to.
    private string GetName(int part)
    {
        while (part < _parts.Count && _parts[part].Kind == PartKind.Join)
            part++;
        return part == _parts.Count ? "end" : _parts[part].Kind switch
        {
            PartKind.Script => "script",
            PartKind.Secret => "secret",
            _ => _mask.HideName(_recipe.Fields.All[_parts[part].Field].Path),
        };
    }

    private static string Concat(List<TextPart> parts)
    {
        var text = new StringBuilder();
        foreach (var part in parts)
            text.Append(part.Text);
        return text.ToString();
    }
}
