using System.Buffers;
using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>Gather, GatherV2 and ResourceGather: the slices of a tensor that a tensor of ids names.</summary>
internal sealed class GatherKernel<T> : Kernel
{
    private readonly bool _hasAxis;

    public GatherKernel(OperationNode node)
        : base(node, DataTypes.Of<T>())
    {
        if (node.Int("batch_dims") != 0)
            throw node.Unsupported("with batch_dims");
        _hasAxis = node.Op == "GatherV2";
    }

    /// <summary>Number of inputs.</summary>
    public int InputCount => _hasAxis ? 3 : 2;

    public override void Run(KernelCall call)
    {
        var (table, ids) = (call.Input<T>(0), call.Input(1));
        var axis = Axis(call, table.Shape.Rank);
        var shape = table.Shape.Dimensions;
        var result = call.Allocate<T>(0, new TensorShape([.. shape[..axis], .. ids.Shape.Dimensions, .. shape[(axis + 1)..]]));

        var rows = ArrayPool<int>.Shared.Rent(ids.Length);
        ReadRows(ids, shape[axis], rows);
        var (outer, inner) = (new TensorShape(shape[..axis]).Length, new TensorShape(shape[(axis + 1)..]).Length);
        var position = 0;
        for (var i = 0; i < outer; i++)
        {
            foreach (var row in rows.AsSpan(0, ids.Length))
            {
                table.Values.Slice(((i * shape[axis]) + row) * inner, inner).CopyTo(result.Values[position..]);
                position += inner;
            }
        }

        ArrayPool<int>.Shared.Return(rows);
    }

    /// <summary>The axis along which is gathered: the third input of GatherV2, the first dimension of the others.</summary>
    public int Axis(KernelCall call, int rank)
    {
        if (rank == 0)
            throw Error("params must be at least 1 dimensional");
        var axis = _hasAxis ? Indices.Single(call.Input(2)) : 0;
        return Indices.Axis(axis, rank) is >= 0 and var dimension
            ? dimension
            : throw Error($"Expected axis in the range [{-rank}, {rank}), but got {axis}");
    }

    /// <summary>Reads ids and checks that each is in [0, <paramref name="count"/>).</summary>
    public void ReadRows(Tensor ids, int count, Span<int> rows)
    {
        if (ids is Tensor<int> ints)
        {
            ints.Values.CopyTo(rows);
        }
        else
        {
            for (var i = 0; i < ids.Length; i++)
                rows[i] = Indices.At(ids, i) is >= 0 and <= int.MaxValue and var id ? (int)id : -1;
        }

        for (var i = 0; i < ids.Length; i++)
        {
            if ((uint)rows[i] >= (uint)count)
                throw Error($"indices{Position(ids.Shape, i)} = {Indices.At(ids, i)} is not in [0, {count})");
        }
    }

    private static string Position(TensorShape shape, int index)
    {
        var position = new int[shape.Rank];
        for (var i = shape.Rank - 1; i >= 0; i--)
            (index, position[i]) = Math.DivRem(index, shape[i]);
        return position.Length == 0 ? "" : $"[{string.Join(',', position)}]";
    }
}
