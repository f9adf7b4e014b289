using LabelPlatform.TextClassification;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification;

public class PaddingTests
{
    [Fact]
    public void Fit_GoldenCases_EqualKeras()
    {
        foreach (var item in GoldenCases.Read("pad_cases.json"))
        {
            foreach (var (ids, padded) in item.Rows("sequences").Zip(item.Rows("padded")))
            {
                var row = new int[item.GetProperty("maxlen").GetInt32()];
                Padding.Fit(ids, row);
                row.ShouldBe(padded, item.ToString());
            }
        }
    }

    [Theory]
    [InlineData(3)]
    [InlineData(6)]
    public void Fit_IntoTheSameMemory_MovesTheIds(int length)
    {
        int[] row = [1, 2, 3, 4, 9, 9];

        Padding.Fit(row.AsSpan(0, 4), row.AsSpan(0, length));

        row.Take(length).ShouldBe(length == 3 ? [2, 3, 4] : [0, 0, 1, 2, 3, 4]);
    }
}
