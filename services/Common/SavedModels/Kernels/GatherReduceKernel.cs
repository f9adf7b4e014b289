using System.Buffers;
using System.Numerics;
using LabelPlatform.SavedModels.Execution;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>
/// A gather of a table's rows and the sum or mean over the last dimension of the ids, in one: adds the rows up where they lie. Other
/// gathers and reductions, which only the values of the inputs can tell, are done one after the other.
/// </summary>
/// <remarks>Its inputs are the gather's, and then the axes of the reduction.</remarks>
internal sealed class GatherReduceKernel<T>(GatherKernel<T> gather, ReduceKernel<T> reduce) : Kernel(reduce)
    where T : unmanaged, INumber<T>
{
    public override void Run(KernelCall call)
    {
        var (table, ids) = (call.Input<T>(0), call.Input(1));
        var gathered = table.Shape.Rank - 1 + ids.Shape.Rank;
        var bagDimension = ids.Shape.Rank - 1;
        var reduced = table.Shape.Rank == 0 ? [] : reduce.ReducedDimensions(gathered, call.Input(gather.InputCount));
        if (bagDimension < 0 || gather.Axis(call, table.Shape.Rank) != 0 || !reduced[bagDimension] || reduced.Count(isReduced => isReduced) > 1)
        {
            RunApart(call);
            return;
        }

        var shape = new TensorShape([.. ids.Shape.Dimensions, .. table.Shape.Dimensions[1..]]);
        var sums = call.Allocate<T>(0, reduce.ResultShape(shape, reduced));
        var rows = ArrayPool<int>.Shared.Rent(ids.Length);
        gather.ReadRows(ids, table.Shape[0], rows);
        AddUp(table, rows, ids.Shape[bagDimension], sums);
        ArrayPool<int>.Shared.Return(rows);
        reduce.Finish(sums.Values, ids.Shape[bagDimension]);
    }

    private static void AddUp(Tensor<T> table, int[] rows, int bagSize, Tensor<T> sums)
    {
        if (sums.Length == 0)
            return;
        var width = new TensorShape(table.Shape.Dimensions[1..]).Length;
        ParallelRows.For(
            sums.Length / width,
            (long)bagSize * width,
            bag => RowSums.Compute<T>(table.Values, rows.AsSpan(bag * bagSize, bagSize), sums.Values.Slice(bag * width, width)));
    }

    private void RunApart(KernelCall call)
    {
        var slots = new Tensor?[call.InputCount + 2];
        for (var i = 0; i < call.InputCount; i++)
            slots[i] = call.Input(i);
        var (gathered, result) = (call.InputCount, call.InputCount + 1);
        gather.Run(new KernelCall(slots, [0, 1, 2], [gathered], PooledAllocator.Instance));
        reduce.Run(new KernelCall(slots, [gathered, call.InputCount - 1], [result], call.Allocator));
        slots[gathered]!.Recycle();
        call.Set(0, slots[result]!);
    }
}
