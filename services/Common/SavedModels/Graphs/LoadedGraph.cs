using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>What is left of a model's files when it is loaded.</summary>
/// <param name="Signatures">The signatures as the file says them.</param>
/// <param name="Compiled">Those that can be run.</param>
/// <param name="Refused">Why the others cannot.</param>
internal sealed record LoadedGraph(
    IReadOnlyDictionary<string, SignatureDef> Signatures,
    IReadOnlyDictionary<string, CompiledSignature> Compiled,
    IReadOnlyDictionary<string, SavedModelException> Refused);
