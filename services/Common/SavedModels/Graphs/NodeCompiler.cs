using Google.Protobuf;
using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>
/// Turns one node into its values. What only passes values on, or belongs to variables and functions, is done away with here; of the rest, what has
/// only constant inputs is computed at once, and the others become steps of the plan.
/// </summary>
/// <param name="model">What the graphs of a model share.</param>
/// <param name="plan">Takes the steps.</param>
/// <param name="restore">Reads a tensor of the checkpoint while the model is loaded; later, when it is null, variables are only read.</param>
internal sealed class NodeCompiler(ModelContext model, PlanBuilder plan, Func<string, Tensor>? restore)
{
    // More nodes than any classifier has; functions that call others twice each would grow beyond all bounds.
    private const int MaxNodes = 200_000;

    private int _nodes;

    public Value[] Compile(GraphCompiler compiler, Scope scope, NodeDef definition)
    {
        if (++_nodes > MaxNodes)
            throw new SavedModelException(StatusCode.ResourceExhausted, $"The graph has more than {MaxNodes} nodes once its functions are expanded.");
        CheckDevice(definition);
        var inputs = Inputs(scope, definition);
        var node = new OperationNode(definition, new NodeAttributes(definition, scope.Attributes), Array.ConvertAll(inputs, input => input.Type));
        switch (node.Op)
        {
            case "NoOp" or "DisableCopyOnRead":
                return [];
            case "Identity" or "StopGradient" or "PlaceholderWithDefault":
                return [Input(node, inputs, 0)];
            case "Const":
                return [new ConstantValue(model.Constant(definition, node))];
            case "Placeholder":
                throw node.Error("is an input of the graph that the signature does not name");
            case "VarHandleOp":
                return [new VariableValue(model.Variable(node), IsReference: false)];
            case "VariableV2" or "Variable":
                return [new VariableValue(model.Variable(node), IsReference: true)];
            case "ReadVariableOp":
                return [new ConstantValue(Variable(node, inputs).Variable.Read())];
            case "Assign" or "AssignVariableOp":
                return Assign(node, inputs);
            case "RestoreV2":
                return Restore(node, inputs);
            case "PartitionedCall" or "StatefulPartitionedCall":
                return Call(compiler, scope, node, inputs);
            default:
                return Compute(node, inputs);
        }
    }

    private static void CheckDevice(NodeDef node)
    {
        // TensorFlow refuses a node that asks for a device it has not got.
        if (node.Device.Contains("GPU", StringComparison.OrdinalIgnoreCase) || node.Device.Contains("TPU", StringComparison.OrdinalIgnoreCase))
        {
            throw new SavedModelException(
                StatusCode.InvalidArgument,
                $"Node '{node.Name}' was explicitly assigned to {node.Device}, and there is only a CPU here. Export the model with clear_devices=True.");
        }
    }

    private static Value[] Inputs(Scope scope, NodeDef node)
    {
        var inputs = new List<Value>(node.Input.Count);
        foreach (var text in node.Input)
        {
            var reference = InputReference.Parse(text);
            if (!reference.IsControl)
                inputs.Add(scope.Get(reference));
        }

        return [.. inputs];
    }

    private static Value Input(OperationNode node, Value[] inputs, int index) =>
        index < inputs.Length ? inputs[index] : throw node.Error($"has no input {index}");

    private static VariableValue Variable(OperationNode node, Value[] inputs) =>
        Input(node, inputs, 0) as VariableValue ?? throw node.Error("has a first input that is no variable");

    private static Tensor Constant(OperationNode node, Value[] inputs, int index) => Input(node, inputs, index) switch
    {
        ConstantValue constant => constant.Tensor,
        VariableValue { IsReference: true } reference => reference.Variable.Read(),
        _ => throw node.Unsupported("of what is not known when the model is loaded"),
    };

    private Value[] Assign(OperationNode node, Value[] inputs)
    {
        if (restore is null)
            throw node.Unsupported("when a model is asked: answers would depend on earlier requests, and writing a variable");
        var variable = Variable(node, inputs);
        variable.Variable.Assign(Constant(node, inputs, 1));
        return node.Op == "Assign" ? [variable] : [];
    }

    private Value[] Restore(OperationNode node, Value[] inputs)
    {
        if (restore is null)
            throw node.Unsupported("when a model is asked: reading a checkpoint");
        var names = Constant(node, inputs, 1) as Tensor<ByteString> ?? throw node.Error("has names of tensors that are no strings");
        var slices = Constant(node, inputs, 2) as Tensor<ByteString> ?? throw node.Error("has slices that are no strings");
        if (slices.Values.ContainsAnyExcept(ByteString.Empty))
            throw node.Unsupported("of partitioned variables");
        return [.. names.Values.ToArray().Select(name => new ConstantValue(restore(name.ToStringUtf8())))];
    }

    private Value[] Call(GraphCompiler compiler, Scope scope, OperationNode node, Value[] inputs)
    {
        var call = node.Function("f");
        var function = model.Function(call.Name);
        if (function.Signature.InputArg.Count != inputs.Length)
            throw node.Error($"calls '{call.Name}' with {inputs.Length} arguments, not {function.Signature.InputArg.Count}");

        var body = new Scope(function.Body, call.Attr, scope.Depth + 1);
        for (var i = 0; i < inputs.Length; i++)
            body.Set(function.Signature.InputArg[i].Name, inputs[i]);
        compiler.Run(body, function.ControlReturns);
        return compiler.Compile(body, [.. function.Returns]);
    }

    private Value[] Compute(OperationNode node, Value[] inputs)
    {
        var operation = OperationCatalog.Find(node.Op)
            ?? throw new SavedModelException(StatusCode.Unimplemented, $"Operation {node.Op} is not supported (node '{node.Name}').");
        var tensors = Array.ConvertAll(inputs, input => input is VariableValue variable ? new ConstantValue(variable.Variable.Read()) : input);
        var kernel = operation.CreateKernel(node.With(Array.ConvertAll(tensors, input => input.Type)));
        if (Array.TrueForAll(tensors, input => input is ConstantValue))
            return Fold(kernel, Array.ConvertAll(tensors, input => ((ConstantValue)input).Tensor));

        var slots = plan.AddStep(kernel, Array.ConvertAll(tensors, plan.Slot));
        return [.. slots.Zip(kernel.OutputTypes, (slot, type) => new ComputedValue(slot, type))];
    }

    private Value[] Fold(Kernel kernel, Tensor[] inputs)
    {
        var slots = new Tensor?[inputs.Length + kernel.OutputTypes.Count];
        inputs.CopyTo(slots, 0);
        int[] outputs = [.. Enumerable.Range(inputs.Length, kernel.OutputTypes.Count)];
        kernel.Run(new KernelCall(slots, [.. Enumerable.Range(0, inputs.Length)], outputs, model.Allocator));
        return [.. outputs.Select(output => new ConstantValue(slots[output]!))];
    }
}
