using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>A graph, or one call of a function, while it is compiled: its nodes and what has become of them.</summary>
/// <param name="body">The nodes.</param>
/// <param name="attributes">The attributes that a function was called with.</param>
/// <param name="depth">How many calls of functions it is inside of.</param>
internal sealed class Scope(GraphBody body, IReadOnlyDictionary<string, AttrValue> attributes, int depth)
{
    private readonly Dictionary<string, Value[]> _values = new(StringComparer.Ordinal);

    public GraphBody Body { get; } = body;

    public IReadOnlyDictionary<string, AttrValue> Attributes { get; } = attributes;

    public int Depth { get; } = depth;

    public bool Has(string node) => _values.ContainsKey(node);

    /// <summary>Sets the outputs of a node, or the value of an argument or of a node that is fed.</summary>
    public void Set(string node, params Value[] outputs) => _values[node] = outputs;

    /// <exception cref="SavedModelException">The node has no such output.</exception>
    public Value Get(InputReference reference)
    {
        var outputs = _values[reference.Node];
        var first = reference.OutputName is { } name ? FirstOf(reference.Node, name) : 0;
        return first + reference.Index < outputs.Length
            ? outputs[first + reference.Index]
            : throw new SavedModelException(StatusCode.InvalidArgument, $"Node '{reference.Node}' of {Body.Name} has no output {reference.OutputName}:{reference.Index}.");
    }

    // Only operations with several outputs have names worth telling apart; a single one may be a list.
    private int FirstOf(string node, string output) =>
        OperationCatalog.Find(Body.Find(node).Op) is { Outputs.Length: > 0 } operation ? Math.Max(0, Array.IndexOf(operation.Outputs, output)) : 0;
}
