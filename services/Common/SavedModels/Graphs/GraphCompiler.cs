using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>
/// Compiles what some outputs of a graph need, each node after those it reads. It walks with a stack of its own, so that a graph may be as deep as
/// it likes, and tells cycles.
/// </summary>
internal sealed class GraphCompiler(NodeCompiler nodes)
{
    // Calls of functions within functions. Keras nests three; a function that calls itself has no end.
    private const int MaxDepth = 64;

    /// <summary>The values of some outputs.</summary>
    public Value[] Compile(Scope scope, IReadOnlyCollection<string> outputs)
    {
        Run(scope, outputs);
        return [.. outputs.Select(output => scope.Get(InputReference.Parse(output)))];
    }

    /// <summary>Compiles nodes for what they do.</summary>
    public void Run(Scope scope, IEnumerable<string> references)
    {
        if (scope.Depth > MaxDepth)
            throw new SavedModelException(StatusCode.InvalidArgument, $"Functions call each other more than {MaxDepth} deep, the last one being {scope.Body.Name}.");
        foreach (var reference in references)
            Visit(scope, InputReference.Parse(reference).Node);
    }

    private void Visit(Scope scope, string root)
    {
        var path = new Stack<(NodeDef Node, int Input)>();
        var onPath = new HashSet<string>(StringComparer.Ordinal);
        Enter(root);
        while (path.TryPop(out var current))
        {
            var (node, input) = current;
            if (input < node.Input.Count)
            {
                path.Push((node, input + 1));
                Enter(InputReference.Parse(node.Input[input]).Node);
            }
            else
            {
                scope.Set(node.Name, nodes.Compile(this, scope, node));
                onPath.Remove(node.Name);
            }
        }

        void Enter(string name)
        {
            if (scope.Has(name))
                return;
            if (!onPath.Add(name))
                throw new SavedModelException(StatusCode.InvalidArgument, $"Node '{name}' of {scope.Body.Name} depends on itself.");
            path.Push((scope.Body.Find(name), 0));
        }
    }
}
