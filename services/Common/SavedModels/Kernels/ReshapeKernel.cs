using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Reshape; one dimension may be -1, whatever is left over for it.</summary>
internal sealed class ReshapeKernel(OperationNode node) : ViewKernel(node)
{
    protected override TensorShape Shape(KernelCall call)
    {
        var length = call.Input(0).Length;
        var wanted = Indices.Read(call.Input(1));
        var unknown = Array.IndexOf(wanted, -1);
        var known = 1L;
        for (var i = 0; i < wanted.Length; i++)
        {
            if (i == unknown)
                continue;
            if (wanted[i] < 0)
                throw Error($"Size {i} must be non-negative, not {wanted[i]}");
            known = Math.Min(known * Math.Min(wanted[i], int.MaxValue), int.MaxValue);
        }

        if (unknown >= 0 && known > 0 && length % known == 0)
            (wanted[unknown], known) = (length / known, length);
        return known == length && !wanted.Contains(-1)
            ? new TensorShape(Array.ConvertAll(wanted, size => (int)size))
            : throw Error($"Input to reshape is a tensor with {length} values, but the requested shape is [{string.Join(',', wanted)}]");
    }
}
