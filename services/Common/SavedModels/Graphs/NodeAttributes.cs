using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>The attributes of a node. Within a function some stand for those of the call.</summary>
/// <param name="node">The node.</param>
/// <param name="ofCall">The attributes that the function was called with.</param>
internal sealed class NodeAttributes(NodeDef node, IReadOnlyDictionary<string, AttrValue> ofCall)
{
    /// <summary>An attribute, or null where the node does not say it.</summary>
    /// <exception cref="SavedModelException">It is of another kind.</exception>
    public AttrValue? Find(string name, AttrValue.ValueOneofCase kind)
    {
        if (!node.Attr.TryGetValue(name, out var value))
            return null;
        if (value.ValueCase == AttrValue.ValueOneofCase.Placeholder && !ofCall.TryGetValue(value.Placeholder, out value))
            throw Error($"attribute '{name}' stands for one that the call of the function does not bring");
        return value.ValueCase == kind ? value : throw Error($"attribute '{name}' is of kind {value.ValueCase}, not {kind}");
    }

    private SavedModelException Error(string what) => new(StatusCode.InvalidArgument, $"Node '{node.Name}' ({node.Op}): {what}.");
}
