using System.Numerics;
using LabelPlatform.SavedModels.Kernels;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.SavedModels.Kernels;

public sealed class RowSumsTests
{
    // Around the widths of one and of four vectors of 128, 256 and 512 bits.
    public static TheoryData<int> Widths => [1, 2, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 32, 33, 50, 63, 64, 65, 100, 129];

    [Theory]
    [MemberData(nameof(Widths))]
    public void Compute_AnyWidth_IsTheSumOfEachColumn(int width)
    {
        Check<float>(width);
        Check<double>(width);
        Check<int>(width);
        Check<long>(width);
        Check<Half>(width);
    }

    [Fact]
    public void Compute_NoRows_IsZero()
    {
        float[] sums = [1, 2, 3];
        RowSums.Compute<float>([4, 5, 6], [], sums);
        sums.ShouldBe([0, 0, 0]);
    }

    // One after the other 400 equal numbers of 24 bits are off by ten times as much.
    [Theory]
    [InlineData(1)]
    [InlineData(8)]
    [InlineData(50)]
    public void Compute_ManyEqualRows_AreNotRoundedAllTheSameWay(int width)
    {
        float[] table = [.. Enumerable.Repeat(0.7731f, width)];
        var sums = new float[width];

        RowSums.Compute<float>(table, new int[400], sums);

        foreach (var sum in sums)
            ((double)sum).ShouldBe(400.0 * 0.7731f, 5e-5);
    }

    // The element of row r and column c is 100·r + c: with the rows 3, 0, 3, 2 a column's sum is 800 + 4·c, which Half has exactly, too.
    private static void Check<T>(int width)
        where T : unmanaged, INumber<T>
    {
        T[] table = [.. Enumerable.Range(0, 4 * width).Select(i => T.CreateChecked((100 * (i / width)) + (i % width)))];
        var sums = new T[width];
        RowSums.Compute<T>(table, [3, 0, 3, 2], sums);
        sums.ShouldBe(Enumerable.Range(0, width).Select(column => T.CreateChecked(800 + (4 * column))));
    }
}
