namespace LabelPlatform.Contracts.LabelGraph;

/// <summary>Published after the label graph changed; every replica hears it.</summary>
/// <param name="Version">The new version.</param>
/// <param name="Edit">The single edit that leads from the version before to this one; null after an import.</param>
public sealed record LabelGraphChanged(long Version, LabelGraphEdit? Edit = null);
