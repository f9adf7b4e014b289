using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>StridedSlice: <c>x[begin:end:stride, …]</c> with NumPy's rules, its masks saying what of it is left out.</summary>
internal sealed class StridedSliceKernel<T>(OperationNode node) : Kernel(node, DataTypes.Of<T>())
{
    private readonly long _beginMask = node.Int("begin_mask");
    private readonly long _endMask = node.Int("end_mask");
    private readonly long _ellipsisMask = node.Int("ellipsis_mask");
    private readonly long _newAxisMask = node.Int("new_axis_mask");
    private readonly long _shrinkAxisMask = node.Int("shrink_axis_mask");

    public override void Run(KernelCall call)
    {
        var input = call.Input<T>(0);
        var (begin, end, strides) = (Indices.Read(call.Input(1)), Indices.Read(call.Input(2)), Indices.Read(call.Input(3)));
        if (begin.Length != end.Length || begin.Length != strides.Length || begin.Length > 32)
            throw Error("Expected begin, end, and strides to be 1D equal size tensors");

        var slices = new List<(int Start, int Stride, int Count)>();
        var dimensions = new List<int>();
        for (var i = 0; i < begin.Length; i++)
        {
            if (IsSet(_ellipsisMask, i))
                TakeWhole(input.Shape, RankLeftFor(input.Shape.Rank, slices.Count, i, begin.Length), slices, dimensions);
            else if (IsSet(_newAxisMask, i))
                dimensions.Add(1);
            else
                Take(input.Shape, i, begin[i], end[i], strides[i], slices, dimensions);
        }

        TakeWhole(input.Shape, input.Shape.Rank - slices.Count, slices, dimensions);
        Copy(input, [.. slices], call.Allocate<T>(0, new TensorShape([.. dimensions])));
    }

    private static bool IsSet(long mask, int bit) => (mask >> bit & 1) != 0;

    // Of the dimensions not yet sliced, those that the entries behind the ellipsis do not slice.
    private int RankLeftFor(int rank, int sliced, int ellipsis, int entries)
    {
        var behind = 0;
        for (var i = ellipsis + 1; i < entries; i++)
            behind += IsSet(_newAxisMask, i) ? 0 : 1;
        return rank - sliced - behind;
    }

    private static void TakeWhole(TensorShape shape, int count, List<(int Start, int Stride, int Count)> slices, List<int> dimensions)
    {
        for (var i = 0; i < count; i++)
        {
            var size = shape[slices.Count];
            slices.Add((0, 1, size));
            dimensions.Add(size);
        }
    }

    private void Take(
        TensorShape shape, int entry, long begin, long end, long stride, List<(int Start, int Stride, int Count)> slices, List<int> dimensions)
    {
        var dimension = slices.Count;
        if (dimension >= shape.Rank)
            throw Error($"Index out of range using input dim {dimension}; input has only {shape.Rank} dims");
        if (stride == 0)
            throw Error($"strides[{entry}] must be non-zero");

        // A stride that leaves the dimension at once takes one element, however long it is.
        stride = Math.Clamp(stride, -int.MaxValue, int.MaxValue);
        var size = shape[dimension];
        if (IsSet(_shrinkAxisMask, entry))
        {
            var index = begin < 0 ? begin + size : begin;
            if (index < 0 || index >= size)
                throw Error($"slice index {begin} of dimension {dimension} out of bounds.");
            slices.Add(((int)index, 1, 1));
            return;
        }

        // Going backwards, the slice may begin at the last element and end before the first.
        var (lowest, highest) = stride > 0 ? (0L, size) : (-1L, size - 1L);
        var first = IsSet(_beginMask, entry) ? (stride > 0 ? lowest : highest) : Math.Clamp(begin < 0 ? begin + size : begin, lowest, highest);
        var last = IsSet(_endMask, entry) ? (stride > 0 ? highest : lowest) : Math.Clamp(end < 0 ? end + size : end, lowest, highest);
        var count = Math.Max(0, (last - first + stride - Math.Sign(stride)) / stride);
        slices.Add(((int)first, (int)stride, (int)count));
        dimensions.Add((int)count);
    }

    private static void Copy(Tensor<T> input, (int Start, int Stride, int Count)[] slices, Tensor<T> result)
    {
        var counters = new int[slices.Length];
        for (var position = 0; position < result.Length; position++)
        {
            var offset = 0;
            for (var i = 0; i < slices.Length; i++)
                offset = (offset * input.Shape[i]) + slices[i].Start + (counters[i] * slices[i].Stride);
            result.Values[position] = input.Values[offset];
            for (var i = slices.Length - 1; i >= 0 && ++counters[i] == slices[i].Count; i--)
                counters[i] = 0;
        }
    }
}
