namespace LabelPlatform.Api.Labeling;

/// <summary>The versions of the label graph that the parts of a request saw.</summary>
internal sealed class GraphVersions
{
    private readonly HashSet<long> _preprocess = [];
    private readonly HashSet<long> _graphMatch = [];

    /// <summary>Whether parts of the request were answered from different versions.</summary>
    public bool AreMixed => _preprocess.Count > 1 || _graphMatch.Count > 1;

    /// <summary>The lowest version seen, 0 when there was none.</summary>
    public long Lowest => _preprocess.Concat(_graphMatch).DefaultIfEmpty().Min();

    public void SawPreprocess(long version) => _preprocess.Add(version);

    public void SawGraphMatch(long version) => _graphMatch.Add(version);
}
