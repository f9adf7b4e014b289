using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>The nodes of a graph or of a function, by name.</summary>
internal sealed class GraphBody
{
    private readonly Dictionary<string, NodeDef> _nodes = new(StringComparer.Ordinal);

    public GraphBody(string name, IEnumerable<NodeDef> nodes)
    {
        Name = name;
        foreach (var node in nodes)
        {
            if (!_nodes.TryAdd(node.Name, node))
                throw new SavedModelException(StatusCode.InvalidArgument, $"There are two nodes '{node.Name}' in {name}.");
        }
    }

    /// <summary>What it is, for messages.</summary>
    public string Name { get; }

    /// <exception cref="SavedModelException">There is none of this name.</exception>
    public NodeDef Find(string node) =>
        _nodes.GetValueOrDefault(node) ?? throw new SavedModelException(StatusCode.InvalidArgument, $"There is no node '{node}' in {Name}.");
}
