using System.Text;

namespace LabelPlatform.LabelGraph.Changes;

/// <summary>What a title and a word may be.</summary>
internal static class GraphNames
{
    /// <summary>Code points of a title or a word at most.</summary>
    public const int MaxLength = 100;

    /// <summary>The weight of a relation that names none.</summary>
    public const double DefaultWeight = 0.75;

    /// <summary>Why a string cannot be a title or a word, or null when it can.</summary>
    /// <param name="name">The string.</param>
    /// <param name="what">"title" or "word".</param>
    public static string? WhyNot(string? name, string what)
    {
        if (string.IsNullOrWhiteSpace(name))
            return $"The {what} is empty";
        if (char.IsWhiteSpace(name[0]) || char.IsWhiteSpace(name[^1]))
            return $"The {what} begins or ends with a space";
        var length = 0;
        foreach (var rune in name.EnumerateRunes())
        {
            // Half a surrogate pair is enumerated as the replacement character; where that is really written, the text was broken before.
            if (Rune.IsControl(rune) || rune == Rune.ReplacementChar)
                return $"The {what} has a control character or a broken character in it";
            length++;
        }

        return length > MaxLength ? $"The {what} has {length} characters; {MaxLength} is the most" : null;
    }

    /// <summary>Whether a number can be a weight; not-a-number cannot.</summary>
    public static bool IsWeight(double weight) => weight is > 0 and <= 1;
}
