using LabelPlatform.Segmentation;

namespace LabelPlatform.Preprocess;

/// <summary>A segmenter and the version of the label graph that its user dictionary comes from.</summary>
public sealed record VersionedSegmenter(long GraphVersion, Segmenter Segmenter);
