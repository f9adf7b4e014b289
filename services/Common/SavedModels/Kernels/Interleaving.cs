using LabelPlatform.SavedModels.Execution;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Puts tensors together: for each position in the dimensions before an axis, what each tensor has from there inwards.</summary>
internal static class Interleaving
{
    public static void Copy<T>(KernelCall call, int count, int axis, Tensor<T> result)
    {
        var outer = new TensorShape(call.Input(0).Shape.Dimensions[..axis]).Length;
        var position = 0;
        for (var i = 0; i < outer; i++)
        {
            for (var j = 0; j < count; j++)
            {
                var input = call.Input<T>(j);
                var piece = input.Length / outer;
                input.Values.Slice(i * piece, piece).CopyTo(result.Values[position..]);
                position += piece;
            }
        }
    }
}
