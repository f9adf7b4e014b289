using System.Numerics;

namespace LabelPlatform.SavedModels.Kernels;

/// <summary>
/// The sum of some rows of a table. Embeddings are narrow: a few columns at a time are summed over all rows, so that the sums stay in registers.
/// The rows are added in their order whatever the columns, which makes the sums independent of the processor.
/// </summary>
internal static class RowSums
{
    // Rows are added up in blocks, and then the blocks. Padding is hundreds of equal rows: one after the other, each would be rounded the same way.
    private const int BlockLength = 16;

    /// <summary>Computes the sums.</summary>
    /// <param name="table">The table, row by row.</param>
    /// <param name="rows">Numbers of rows that it has.</param>
    /// <param name="sums">Becomes the sums; as long as a row.</param>
    public static void Compute<T>(ReadOnlySpan<T> table, ReadOnlySpan<int> rows, Span<T> sums)
        where T : unmanaged, INumber<T>
    {
        if (!Vector<T>.IsSupported || sums.Length < Vector<T>.Count)
            ComputeEach(table, rows, sums);
        else if (sums.Length < 4 * Vector<T>.Count)
            ComputeVectors(table, rows, sums);
        else
            ComputeFourVectors(table, rows, sums);
    }

    // The last columns that would be less than a step are summed together with some before them, which come out as they are.
    private static void ComputeFourVectors<T>(ReadOnlySpan<T> table, ReadOnlySpan<int> rows, Span<T> sums)
        where T : unmanaged, INumber<T>
    {
        var (count, step) = (Vector<T>.Count, 4 * Vector<T>.Count);
        for (var column = 0; column < sums.Length; column += step)
        {
            var start = Math.Min(column, sums.Length - step);
            var (sum1, sum2, sum3, sum4) = (Vector<T>.Zero, Vector<T>.Zero, Vector<T>.Zero, Vector<T>.Zero);
            for (var rest = rows; !rest.IsEmpty; rest = rest[Math.Min(BlockLength, rest.Length)..])
            {
                var (first, second, third, fourth) = (Vector<T>.Zero, Vector<T>.Zero, Vector<T>.Zero, Vector<T>.Zero);
                foreach (var row in rest[..Math.Min(BlockLength, rest.Length)])
                {
                    var values = table.Slice((row * sums.Length) + start, step);
                    first += new Vector<T>(values);
                    second += new Vector<T>(values[count..]);
                    third += new Vector<T>(values[(2 * count)..]);
                    fourth += new Vector<T>(values[(3 * count)..]);
                }

                (sum1, sum2, sum3, sum4) = (sum1 + first, sum2 + second, sum3 + third, sum4 + fourth);
            }

            var target = sums.Slice(start, step);
            sum1.CopyTo(target);
            sum2.CopyTo(target[count..]);
            sum3.CopyTo(target[(2 * count)..]);
            sum4.CopyTo(target[(3 * count)..]);
        }
    }

    private static void ComputeVectors<T>(ReadOnlySpan<T> table, ReadOnlySpan<int> rows, Span<T> sums)
        where T : unmanaged, INumber<T>
    {
        for (var column = 0; column < sums.Length; column += Vector<T>.Count)
        {
            var start = Math.Min(column, sums.Length - Vector<T>.Count);
            var sum = Vector<T>.Zero;
            for (var rest = rows; !rest.IsEmpty; rest = rest[Math.Min(BlockLength, rest.Length)..])
            {
                var block = Vector<T>.Zero;
                foreach (var row in rest[..Math.Min(BlockLength, rest.Length)])
                    block += new Vector<T>(table[((row * sums.Length) + start)..]);
                sum += block;
            }

            sum.CopyTo(sums[start..]);
        }
    }

    private static void ComputeEach<T>(ReadOnlySpan<T> table, ReadOnlySpan<int> rows, Span<T> sums)
        where T : unmanaged, INumber<T>
    {
        for (var column = 0; column < sums.Length; column++)
        {
            var sum = T.Zero;
            for (var rest = rows; !rest.IsEmpty; rest = rest[Math.Min(BlockLength, rest.Length)..])
            {
                var block = T.Zero;
                foreach (var row in rest[..Math.Min(BlockLength, rest.Length)])
                    block += table[(row * sums.Length) + column];
                sum += block;
            }

            sums[column] = sum;
        }
    }
}
