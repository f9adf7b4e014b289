using System.Numerics;
using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>TopKV2: the largest values of each row, falling, and where they are; of equal ones the first.</summary>
internal sealed class TopKKernel<T>(OperationNode node) : Kernel(node, DataTypes.Of<T>(), DataType.DtInt32)
    where T : unmanaged, INumber<T>
{
    public override void Run(KernelCall call)
    {
        var input = call.Input<T>(0);
        var k = Indices.Single(call.Input(1));
        if (input.Shape.Rank == 0 || k < 0 || k > input.Shape[^1])
            throw Error($"input must have at least k = {k} columns. Had shape {input.Shape}");

        var (columns, wanted) = (input.Shape[^1], (int)k);
        var shape = new TensorShape([.. input.Shape.Dimensions[..^1], wanted]);
        var (values, positions) = (call.Allocate<T>(0, shape), call.Allocate<int>(1, shape));
        var (row, order) = (new T[columns], new int[columns]);
        for (var (from, to) = (0, 0); to < values.Length; from += columns, to += wanted)
        {
            input.Values.Slice(from, columns).CopyTo(row);
            for (var i = 0; i < columns; i++)
                order[i] = i;
            Array.Sort(order, (x, y) => row[y].CompareTo(row[x]) is not 0 and var compared ? compared : x.CompareTo(y));
            for (var i = 0; i < wanted; i++)
                (values.Values[to + i], positions.Values[to + i]) = (row[order[i]], order[i]);
        }
    }
}
