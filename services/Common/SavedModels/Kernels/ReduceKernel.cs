using System.Numerics;
using System.Numerics.Tensors;
using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Sum, Mean and Max over some dimensions.</summary>
internal sealed class ReduceKernel<T>(OperationNode node) : Kernel(node, DataTypes.Of<T>())
    where T : unmanaged, INumber<T>
{
    private readonly string _op = node.Op;
    private readonly bool _keepDimensions = node.Bool("keep_dims");

    public override void Run(KernelCall call)
    {
        var input = call.Input<T>(0);
        var reduced = ReducedDimensions(input.Shape.Rank, call.Input(1));
        var result = call.Allocate<T>(0, ResultShape(input.Shape, reduced));
        var kept = Shape(input.Shape, reduced, keepDimensions: true);
        if (_op == "Max")
            Reduce(input, kept, result.Values, T.CreateSaturating(double.NegativeInfinity), TensorPrimitives.Max, TensorPrimitives.Max);
        else
            Reduce(input, kept, result.Values, T.Zero, TensorPrimitives.Add, TensorPrimitives.Sum);
        Finish(result.Values, Count(input.Shape, reduced));
    }

    public override Kernel? FuseWith(Kernel producer) =>
        producer is GatherKernel<T> gather && _op != "Max" ? new GatherReduceKernel<T>(gather, this) : null;

    /// <summary>Which dimensions are reduced.</summary>
    public bool[] ReducedDimensions(int rank, Tensor axes)
    {
        var reduced = new bool[rank];
        for (var i = 0; i < axes.Length; i++)
        {
            var axis = Indices.At(axes, i);
            if (Indices.Axis(axis, rank) is not (>= 0 and var dimension))
                throw Error($"Invalid reduction dimension ({axis} for input with {rank} dimension(s)");
            reduced[dimension] = true;
        }

        return reduced;
    }

    /// <summary>The shape of the result.</summary>
    public TensorShape ResultShape(TensorShape input, bool[] reduced) => Shape(input, reduced, _keepDimensions);

    /// <summary>Makes means of sums, where a mean is what is wanted.</summary>
    public void Finish(Span<T> sums, int count)
    {
        if (_op != "Mean")
            return;
        // Floating-point numbers have a mean of nothing, NaN; integers do not.
        if (count == 0 && !T.IsNaN(T.CreateSaturating(double.NaN)))
            throw Error("There is no mean of no integers");
        TensorPrimitives.Divide(sums, T.CreateChecked(count), sums);
    }

    private static void Reduce(
        Tensor<T> input, TensorShape kept, Span<T> result, T start, SpanFunction<T, T> combine, Func<ReadOnlySpan<T>, T> reduceRun)
    {
        result.Fill(start);
        var run = StretchedTensor.RunLength(input.Shape, kept, kept);
        var stretched = new StretchedTensor(kept, input.Shape, run);
        for (var position = 0; position < input.Length; position += run)
        {
            var values = input.Values.Slice(position, run);
            var offset = stretched.Next();
            if (stretched.StandsStill)
            {
                var value = reduceRun(values);
                combine(result.Slice(offset, 1), new ReadOnlySpan<T>(in value), result.Slice(offset, 1));
            }
            else
            {
                combine(result.Slice(offset, run), values, result.Slice(offset, run));
            }
        }
    }

    private static TensorShape Shape(TensorShape input, bool[] reduced, bool keepDimensions)
    {
        var dimensions = new List<int>(input.Rank);
        for (var i = 0; i < input.Rank; i++)
        {
            if (!reduced[i])
                dimensions.Add(input[i]);
            else if (keepDimensions)
                dimensions.Add(1);
        }

        return new TensorShape([.. dimensions]);
    }

    private static int Count(TensorShape input, bool[] reduced)
    {
        var count = 1;
        for (var i = 0; i < input.Rank; i++)
            count *= reduced[i] ? input[i] : 1;
        return count;
    }
}
