using LabelPlatform.SavedModels.Graphs;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Execution;

/// <summary>One operation of a graph with its attributes, ready to run. It keeps no state between calls.</summary>
internal abstract class Kernel
{
    private readonly string _node;

    /// <param name="node">The node it comes from.</param>
    /// <param name="outputTypes">Types of what it puts out.</param>
    protected Kernel(OperationNode node, params DataType[] outputTypes)
    {
        _node = node.Name;
        OutputTypes = outputTypes;
    }

    /// <param name="other">The kernel in whose place it stands.</param>
    protected Kernel(Kernel other)
    {
        _node = other._node;
        OutputTypes = other.OutputTypes;
    }

    /// <summary>Types of what it puts out.</summary>
    public IReadOnlyList<DataType> OutputTypes { get; }

    /// <summary>Whether the output lies in the memory of the first input, with another shape.</summary>
    public virtual bool IsView => false;

    /// <summary>Computes the outputs.</summary>
    /// <exception cref="SavedModelException">The inputs do not fit each other.</exception>
    public abstract void Run(KernelCall call);

    /// <summary>A kernel that does what this one does to the first output of another, in one; null when there is none.</summary>
    public virtual Kernel? FuseWith(Kernel producer) => null;

    /// <summary>An error of the inputs, in TensorFlow's form.</summary>
    protected SavedModelException Error(string message, StatusCode code = StatusCode.InvalidArgument) =>
        new(code, $"{message}\n\t [[{{{{node {_node}}}}}]]");
}
