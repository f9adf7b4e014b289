using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>What all graphs of a model share while it is loaded: its functions, its variables, and constants that are read once.</summary>
internal sealed class ModelContext(GraphDef graph)
{
    // Constants that come of others while a model is loaded: an embedding that is cast, at most. A few bytes of graph can ask for any amount.
    private const long MaxFoldedBytes = 1L << 30;

    private readonly GraphBody _graph = new("the graph", graph.Node);
    private readonly Dictionary<string, FunctionDef> _definitions = Definitions(graph);
    private readonly Dictionary<string, Function> _functions = new(StringComparer.Ordinal);
    private readonly Dictionary<string, Variable> _variables = new(StringComparer.Ordinal);
    private readonly Dictionary<NodeDef, Tensor> _constants = new(ReferenceEqualityComparer.Instance);

    /// <summary>Gives memory to what is computed while the model is loaded.</summary>
    public TensorAllocator Allocator { get; } = new BudgetAllocator(MaxFoldedBytes);

    /// <summary>The graph outside all functions, to be compiled once more.</summary>
    public Scope CreateScope() => new(_graph, new Dictionary<string, AttrValue>(), depth: 0);

    public Function Function(string name)
    {
        if (_functions.TryGetValue(name, out var function))
            return function;
        var definition = _definitions.GetValueOrDefault(name)
            ?? throw new SavedModelException(StatusCode.InvalidArgument, $"The graph's library has no function '{name}'.");
        return _functions[name] = new Function(definition);
    }

    public Variable Variable(OperationNode node)
    {
        var name = node.Text("shared_name") is { Length: > 0 } shared ? shared : node.Name;
        if (!_variables.TryGetValue(name, out var variable))
            _variables[name] = variable = new Variable(name, node.Type("dtype"), node.Shape("shape"));
        return variable;
    }

    public Tensor Constant(NodeDef definition, OperationNode node)
    {
        if (_constants.TryGetValue(definition, out var tensor))
            return tensor;
        tensor = node.Tensor("value").ToTensor();
        if (tensor.Type != node.Type("dtype"))
            throw node.Error($"is of type {node.Type("dtype").Name()}, but its value of type {tensor.Type.Name()}");
        return _constants[definition] = tensor;
    }

    private static Dictionary<string, FunctionDef> Definitions(GraphDef graph)
    {
        var definitions = new Dictionary<string, FunctionDef>(StringComparer.Ordinal);
        foreach (var function in graph.Library?.Function ?? [])
        {
            if (function.Signature is not { Name: { Length: > 0 } name } || !definitions.TryAdd(name, function))
                throw new SavedModelException(StatusCode.InvalidArgument, $"The graph's library has a function without a name, or '{function.Signature?.Name}' twice.");
        }

        return definitions;
    }
}
