using System.ComponentModel;
using LabelPlatform.Api.Requests;

namespace LabelPlatform.Api.Labeling;

/// <summary>Asks for the labels of texts. Only <c>texts</c> is required; without the others everything that matched comes back.</summary>
public sealed record LabelRequest
{
    /// <summary>1 to 1,000 texts: objects, or bare strings.</summary>
    public required IReadOnlyList<TextInput> Texts { get; init; }

    /// <summary>Milliseconds within which the answer is wanted (default 2000). Models that have not answered by then are named in <c>degraded</c>.</summary>
    [DefaultValue(2000)]
    public int? DeadlineMs { get; init; }

    /// <summary>Labels per text at most.</summary>
    public int? TopK { get; init; }

    /// <summary>Only labels with at least this score, 0 to 1.</summary>
    public double? MinScore { get; init; }

    /// <summary><c>evidence</c>: say what each score is made of.</summary>
    public IReadOnlyList<string>? Include { get; init; }
}
