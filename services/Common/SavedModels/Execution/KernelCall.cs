namespace LabelPlatform.SavedModels.Execution;

/// <summary>What a kernel works on: the tensors of a run, of which it reads some and sets some.</summary>
internal readonly ref struct KernelCall(Tensor?[] slots, ReadOnlySpan<int> inputs, ReadOnlySpan<int> outputs, TensorAllocator allocator)
{
    private readonly ReadOnlySpan<int> _inputs = inputs;
    private readonly ReadOnlySpan<int> _outputs = outputs;

    /// <summary>Where the memory of outputs comes from.</summary>
    public TensorAllocator Allocator => allocator;

    /// <summary>Number of inputs.</summary>
    public int InputCount => _inputs.Length;

    /// <summary>An input of any type.</summary>
    public Tensor Input(int index) => slots[_inputs[index]]!;

    /// <summary>An input of a type that was checked when the graph was compiled.</summary>
    public Tensor<T> Input<T>(int index) => (Tensor<T>)slots[_inputs[index]]!;

    /// <summary>Makes the tensor of an output. Its elements are not cleared.</summary>
    public Tensor<T> Allocate<T>(int output, TensorShape shape)
    {
        var tensor = allocator.Allocate<T>(shape);
        slots[_outputs[output]] = tensor;
        return tensor;
    }

    /// <summary>Sets an output to a tensor that is there already.</summary>
    public void Set(int output, Tensor tensor) => slots[_outputs[output]] = tensor;
}
