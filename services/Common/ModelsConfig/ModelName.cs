using System.Text.RegularExpressions;

namespace LabelPlatform.ModelsConfig;

/// <summary>The names that the platform's models may have: they stand in addresses, in folders and in <c>models.config</c>.</summary>
public static partial class ModelName
{
    /// <summary>Whether a name is 1 to 64 of the characters a-z, 0-9, _ and -.</summary>
    public static bool IsValid(string name) => Allowed().IsMatch(name);

    [GeneratedRegex(@"\A[a-z0-9_-]{1,64}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Allowed();
}
