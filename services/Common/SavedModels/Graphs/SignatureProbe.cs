using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>
/// Runs a signature once when its model is loaded, on zeros. TensorFlow works out the shapes of a graph when it loads it and refuses weights that do
/// not fit each other; here it shows by running, before the version takes over from one that answers.
/// </summary>
internal static class SignatureProbe
{
    private const int MaxElements = 1 << 20;

    // What a dimension is taken for that the signature leaves open. Some graphs pick an element far behind: one length that works is enough.
    private static readonly int[] OpenSizes = [1, 16, 512];

    /// <exception cref="SavedModelException">It fails on every size of input.</exception>
    public static void Run(CompiledSignature compiled, SignatureDef signature)
    {
        if (signature.Inputs.Count == 0 || signature.Inputs.Values.Any(input => input.TensorShape is null or { UnknownRank: true }))
            return;
        foreach (var size in OpenSizes)
        {
            var inputs = signature.Inputs.ToDictionary(input => input.Key, input => Zeros(input.Value, size), StringComparer.Ordinal);
            if (inputs.Values.Any(input => input is null))
                return;
            try
            {
                compiled.Run(inputs!, CancellationToken.None);
                return;
            }
            catch (SavedModelException) when (size != OpenSizes[^1])
            {
                // Perhaps it wants more.
            }
        }
    }

    private static Tensor? Zeros(TensorInfo info, int openSize)
    {
        var sizes = info.TensorShape.Dim.Select((dimension, i) => dimension.Size >= 0 ? dimension.Size : i == 0 ? 1 : openSize).ToArray();
        if (sizes.Aggregate(1L, (product, size) => Math.Min(product * Math.Min(size, MaxElements + 1L), MaxElements + 1L)) > MaxElements)
            return null;
        var shape = new TensorShape(Array.ConvertAll(sizes, size => (int)size));
        return info.Dtype.Base() switch
        {
            DataType.DtFloat => new Tensor<float>(shape),
            DataType.DtDouble => new Tensor<double>(shape),
            DataType.DtInt32 => new Tensor<int>(shape),
            DataType.DtInt64 => new Tensor<long>(shape),
            _ => null,
        };
    }
}
