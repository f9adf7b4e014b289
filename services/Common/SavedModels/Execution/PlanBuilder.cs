using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Execution;

/// <summary>Collects the steps of a plan and works out how long each tensor lives.</summary>
internal sealed class PlanBuilder
{
    private readonly List<Tensor?> _constants = [];
    private readonly List<PlanStep> _steps = [];
    private readonly Dictionary<Tensor, int> _constantSlots = new(ReferenceEqualityComparer.Instance);

    /// <summary>A slot for a tensor that a run brings or computes.</summary>
    public int AddSlot()
    {
        _constants.Add(null);
        return _constants.Count - 1;
    }

    /// <summary>The slot of a tensor, computed or constant. A variable is read.</summary>
    public int Slot(Value value) => value switch
    {
        ComputedValue computed => computed.Slot,
        ConstantValue constant => ConstantSlot(constant.Tensor),
        VariableValue { IsReference: true } reference => ConstantSlot(reference.Variable.Read()),
        _ => throw new SavedModelException(StatusCode.InvalidArgument, "The handle of a variable is no tensor."),
    };

    /// <summary>Adds a step behind the others and returns the slots of its outputs.</summary>
    public int[] AddStep(Kernel kernel, int[] inputs)
    {
        var outputs = new int[kernel.OutputTypes.Count];
        for (var i = 0; i < outputs.Length; i++)
            outputs[i] = AddSlot();
        _steps.Add(new PlanStep(kernel, inputs, outputs));
        return outputs;
    }

    /// <summary>Drops the steps that the outputs do not need, joins what runs faster together and finds the last use of every tensor.</summary>
    public ExecutionPlan Build(IReadOnlyCollection<int> outputs)
    {
        var steps = StepFusion.Apply(KeepNeeded(outputs), outputs);
        SetLifetimes(steps, outputs);
        return new ExecutionPlan([.. _constants], [.. steps]);
    }

    private int ConstantSlot(Tensor tensor)
    {
        if (_constantSlots.TryGetValue(tensor, out var slot))
            return slot;
        _constants.Add(tensor);
        return _constantSlots[tensor] = _constants.Count - 1;
    }

    private List<PlanStep> KeepNeeded(IReadOnlyCollection<int> outputs)
    {
        var needed = outputs.ToHashSet();
        var kept = new List<PlanStep>();
        for (var i = _steps.Count - 1; i >= 0; i--)
        {
            if (!_steps[i].Outputs.Any(needed.Contains))
                continue;
            needed.UnionWith(_steps[i].Inputs);
            kept.Add(_steps[i]);
        }

        kept.Reverse();
        return kept;
    }

    private static void SetLifetimes(List<PlanStep> steps, IReadOnlyCollection<int> outputs)
    {
        // A view lives in the memory of another slot, its owner.
        var owners = new Dictionary<int, int>();
        var lastUses = new Dictionary<int, PlanStep>();
        foreach (var step in steps)
        {
            foreach (var output in step.Outputs)
                owners[output] = step.Kernel.IsView ? owners.GetValueOrDefault(step.Inputs[0], step.Inputs[0]) : output;
            foreach (var slot in step.Inputs.Concat(step.Outputs))
                lastUses[owners.GetValueOrDefault(slot, slot)] = step;
        }

        var escaping = outputs.Select(output => owners.GetValueOrDefault(output, output)).ToHashSet();
        foreach (var step in steps.Where(step => !step.Kernel.IsView))
        {
            if (step.Outputs.Any(escaping.Contains))
                step.Allocator = HeapAllocator.Instance;
            else
                foreach (var output in step.Outputs)
                    lastUses[output].LastUses = [.. lastUses[output].LastUses, output];
        }
    }
}
