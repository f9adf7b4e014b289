using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>A function of a graph's library.</summary>
internal sealed class Function(FunctionDef definition)
{
    public OpDef Signature => definition.Signature;

    public GraphBody Body { get; } = new($"function '{definition.Signature?.Name}'", definition.NodeDef);

    /// <summary>The references that are its outputs, in order.</summary>
    public IEnumerable<string> Returns => Signature.OutputArg.Select(output =>
        definition.Ret.TryGetValue(output.Name, out var reference)
            ? reference
            : throw new SavedModelException(StatusCode.InvalidArgument, $"{Body.Name} does not say what its output '{output.Name}' is."));

    /// <summary>The nodes that are run for what they do, not for their value.</summary>
    public IEnumerable<string> ControlReturns => definition.ControlRet.Values.Order(StringComparer.Ordinal);
}
