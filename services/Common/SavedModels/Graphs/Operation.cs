using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>One of TensorFlow's operations: what goes in, what comes out, and what computes it.</summary>
/// <param name="Inputs">
/// The types of the inputs, with a blank between them: the name of a type or of the attribute that names it. <c>#</c> in front of one says that it
/// has to be a type of indices, <c>*</c> behind one that there may be any number of such inputs.
/// </param>
/// <param name="Build">Makes the kernel; null where there is none for the types.</param>
/// <param name="Outputs">Names of the outputs, which references within functions use, where there is more than one.</param>
internal sealed record Operation(string Inputs, Func<OperationNode, Kernel?> Build, params string[] Outputs)
{
    /// <summary>Makes the kernel of a node.</summary>
    /// <exception cref="SavedModelException">The inputs are of other types than the node says, or there is no kernel for them.</exception>
    public Kernel CreateKernel(OperationNode node)
    {
        CheckInputs(node);
        return Build(node) ?? throw node.Unsupported($"on {string.Join(", ", node.InputTypes.Select(type => type.Name()))}");
    }

    private void CheckInputs(OperationNode node)
    {
        var patterns = Inputs.Split(' ');
        var many = Array.FindIndex(patterns, pattern => pattern.EndsWith('*'));
        var repeats = many < 0 ? 1 : node.InputTypes.Count - patterns.Length + 1;
        if (repeats < 1 || patterns.Length + repeats - 1 != node.InputTypes.Count)
            throw node.Error($"has {node.InputTypes.Count} inputs, not {patterns.Length}{(many < 0 ? "" : " or more")}");

        for (var i = 0; i < node.InputTypes.Count; i++)
        {
            var pattern = patterns[many < 0 || i < many ? i : Math.Max(many, i - repeats + 1)];
            CheckInput(node, i, pattern.TrimEnd('*'));
        }
    }

    private static void CheckInput(OperationNode node, int index, string pattern)
    {
        var type = node.InputTypes[index];
        var isIndex = pattern.StartsWith('#');
        var wanted = pattern switch
        {
            "bool" => DataType.DtBool,
            "int32" => DataType.DtInt32,
            _ => node.Type(pattern.TrimStart('#'), isIndex ? DataType.DtInt32 : DataType.DtInvalid),
        };
        if (type != wanted)
            throw node.Error($"has an input {index} of type {type.Name()} where {wanted.Name()} is expected");
        if (isIndex && type is not (DataType.DtInt16 or DataType.DtInt32 or DataType.DtInt64))
            throw node.Error($"has an input {index} of type {type.Name()}, which is no type of indices");
    }
}
