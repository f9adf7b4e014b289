using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>A signature whose graph is compiled.</summary>
internal sealed class CompiledSignature
{
    private readonly SortedDictionary<string, (int Slot, DataType Type)> _inputs = new(StringComparer.Ordinal);
    private readonly string[] _outputs;
    private readonly int[] _outputSlots;
    private readonly ExecutionPlan _plan;

    /// <exception cref="SavedModelException">Its graph cannot be run.</exception>
    public CompiledSignature(ModelContext model, SignatureDef signature)
    {
        var plan = new PlanBuilder();
        var scope = model.CreateScope();
        foreach (var (name, info) in signature.Inputs)
        {
            var value = new ComputedValue(plan.AddSlot(), info.Dtype.Base());
            Feed(scope, name, info, value);
            _inputs[name] = (value.Slot, value.Type);
        }

        _outputs = [.. signature.Outputs.Keys.Order(StringComparer.Ordinal)];
        var compiler = new GraphCompiler(new NodeCompiler(model, plan, restore: null));
        var values = compiler.Compile(scope, [.. _outputs.Select(output => TensorName(output, signature.Outputs[output]))]);
        _outputSlots = Array.ConvertAll(values, plan.Slot);
        _plan = plan.Build(_outputSlots);
    }

    public IReadOnlyDictionary<string, Tensor> Run(IReadOnlyDictionary<string, Tensor> inputs, CancellationToken cancellationToken)
    {
        var fed = new (int, Tensor)[_inputs.Count];
        var count = 0;
        foreach (var (name, (slot, type)) in _inputs)
        {
            if (!inputs.TryGetValue(name, out var tensor))
                throw new SavedModelException(StatusCode.InvalidArgument, $"Input '{name}' is missing; the signature has the inputs {string.Join(", ", _inputs.Keys)}.");
            if (tensor.Type != type)
                throw new SavedModelException(StatusCode.InvalidArgument, $"Input '{name}' is of type {tensor.Type.Name()}, not {type.Name()}.");
            fed[count++] = (slot, tensor);
        }

        if (inputs.Keys.FirstOrDefault(name => !_inputs.ContainsKey(name)) is { } unknown)
            throw new SavedModelException(StatusCode.InvalidArgument, $"There is no input '{unknown}'; the signature has the inputs {string.Join(", ", _inputs.Keys)}.");

        var results = _plan.Run(fed, _outputSlots, cancellationToken);
        var outputs = new Dictionary<string, Tensor>(results.Length, StringComparer.Ordinal);
        for (var i = 0; i < results.Length; i++)
            outputs[_outputs[i]] = results[i];
        return outputs;
    }

    private static void Feed(Scope scope, string name, TensorInfo info, ComputedValue value)
    {
        var reference = InputReference.Parse(TensorName(name, info));
        var node = scope.Body.Find(reference.Node);
        if (reference.Index != 0)
            throw new SavedModelException(StatusCode.Unimplemented, $"Input '{name}' of the signature is '{info.Name}', and only first outputs of nodes can be fed.");
        if (node.Op == "Placeholder" && node.Attr.TryGetValue("dtype", out var type) && type.Type != value.Type)
        {
            throw new SavedModelException(
                StatusCode.InvalidArgument, $"Input '{name}' of the signature is of type {value.Type.Name()}, but its placeholder '{node.Name}' of type {type.Type.Name()}.");
        }

        scope.Set(node.Name, value);
    }

    private static string TensorName(string name, TensorInfo info) => info.EncodingCase == TensorInfo.EncodingOneofCase.Name && info.Name.Length > 0
        ? info.Name
        : throw new SavedModelException(StatusCode.Unimplemented, $"'{name}' of the signature is not a dense tensor, and others are not supported.");
}
