using System.Numerics;
using System.Numerics.Tensors;
using LabelPlatform.SavedModels.Execution;
using LabelPlatform.SavedModels.Graphs;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>The product of two matrices, of which each may be transposed first.</summary>
internal sealed class MatMulKernel<T>(OperationNode node) : Kernel(node, DataTypes.Of<T>())
    where T : unmanaged, INumber<T>
{
    private readonly bool _transposeA = node.Bool("transpose_a");
    private readonly bool _transposeB = node.Bool("transpose_b");

    public override void Run(KernelCall call)
    {
        var (a, b) = (call.Input<T>(0), call.Input<T>(1));
        if (a.Shape.Rank != 2)
            throw Error("In[0] is not a matrix");
        if (b.Shape.Rank != 2)
            throw Error("In[1] is not a matrix");
        if (a.Shape[_transposeA ? 0 : 1] != b.Shape[_transposeB ? 1 : 0])
            throw Error($"Matrix size-incompatible: In[0]: {a.Shape}, In[1]: {b.Shape}");

        var left = _transposeA ? Transpose(a) : a;
        var product = call.Allocate<T>(0, new TensorShape(left.Shape[0], b.Shape[_transposeB ? 0 : 1]));
        // A single column lies in memory as its transpose does.
        if (_transposeB || b.Shape[1] == 1)
            MultiplyByRows(left, b, product);
        else
            MultiplyByColumns(left, b, product);
        if (left != a)
            left.Recycle();
    }

    // With the right operand transposed, an element of the product is the dot product of two rows.
    private static void MultiplyByRows(Tensor<T> left, Tensor<T> right, Tensor<T> product)
    {
        var (rows, columns, length) = (product.Shape[0], product.Shape[1], left.Shape[1]);
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
            {
                product.Values[(i * columns) + j] =
                    TensorPrimitives.Dot<T>(left.Values.Slice(i * length, length), right.Values.Slice(j * length, length));
            }
        }
    }

    // A row of the product is the sum of the right operand's rows, each times an element of the left one's row.
    private static void MultiplyByColumns(Tensor<T> left, Tensor<T> right, Tensor<T> product)
    {
        var (rows, columns, length) = (product.Shape[0], product.Shape[1], left.Shape[1]);
        product.Values.Clear();
        for (var i = 0; i < rows; i++)
        {
            var sum = product.Values.Slice(i * columns, columns);
            for (var k = 0; k < length; k++)
                TensorPrimitives.MultiplyAdd(right.Values.Slice(k * columns, columns), left.Values[(i * length) + k], sum, sum);
        }
    }

    private static Tensor<T> Transpose(Tensor<T> matrix)
    {
        var (rows, columns) = (matrix.Shape[0], matrix.Shape[1]);
        var transposed = PooledAllocator.Instance.Allocate<T>(new TensorShape(columns, rows));
        for (var i = 0; i < rows; i++)
        {
            for (var j = 0; j < columns; j++)
                transposed.Values[(j * rows) + i] = matrix.Values[(i * columns) + j];
        }

        return transposed;
    }
}
