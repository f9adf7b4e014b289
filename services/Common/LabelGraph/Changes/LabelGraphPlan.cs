using LabelPlatform.Contracts.LabelGraph;

namespace LabelPlatform.LabelGraph.Changes;

/// <summary>What an edit or an import would do to a snapshot: changes, or the reasons why not.</summary>
internal sealed class LabelGraphPlan
{
    /// <summary>How many errors are told one by one.</summary>
    public const int ErrorLimit = 100;

    private readonly List<LabelGraphIssue> _errors = [];

    public LabelGraphChanges Changes { get; set; } = new();

    public IReadOnlyList<LabelGraphIssue> Errors => _errors;

    public int ErrorCount { get; private set; }

    public WarningList Warnings { get; } = new();

    /// <summary>Whether the only thing wrong is that what should be removed is not there.</summary>
    public bool NotFound { get; private set; }

    public void Refuse(LabelGraphIssue error)
    {
        ErrorCount++;
        if (_errors.Count < ErrorLimit)
            _errors.Add(error);
    }

    public void RefuseAsNotFound(LabelGraphIssue error)
    {
        NotFound = true;
        Refuse(error);
    }
}
