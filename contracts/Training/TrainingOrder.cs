using LabelPlatform.Contracts.Datasets;

namespace LabelPlatform.Contracts.Training;

/// <summary>What a trainer needs to know. Paths are absolute and the same in every process.</summary>
/// <param name="Label">The label.</param>
/// <param name="Model">Name of its model.</param>
/// <param name="Version">The version to make.</param>
/// <param name="Dataset">Path of the dataset.</param>
/// <param name="DatasetHash">Its hash: <c>sha256:…</c>.</param>
/// <param name="Format">How its rows are written.</param>
/// <param name="FeatureTable">Path of the feature table that all linear models of the dataset share; made when it is not there.</param>
/// <param name="Ancestors">The labels above each label of the dataset.</param>
/// <param name="Parameters">How it is trained.</param>
/// <param name="Profile">Which trainer.</param>
/// <param name="Folder">Folder of this attempt; the version is to be left in it as a folder named by its number.</param>
/// <param name="LiveVersion">Folder of the live version, which is judged by the same rows; null when there is none.</param>
public sealed record TrainingOrder(
    string Label,
    string Model,
    long Version,
    string Dataset,
    string DatasetHash,
    DatasetFileFormat Format,
    string FeatureTable,
    IReadOnlyDictionary<string, IReadOnlyList<string>> Ancestors,
    TrainingParameters Parameters,
    string Profile,
    string Folder,
    string? LiveVersion);
