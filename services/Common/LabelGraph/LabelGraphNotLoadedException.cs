namespace LabelPlatform.LabelGraph;

/// <summary>The label graph has not been loaded since the process started.</summary>
public sealed class LabelGraphNotLoadedException()
    : Exception("The label graph has not been loaded yet; /health/ready says why");
