using LabelPlatform.TextClassification;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification;

public class NgramTableTests
{
    [Fact]
    public void Append_GoldenCases_EqualTheOriginal()
    {
        foreach (var item in GoldenCases.Read("ngram_cases.json"))
        {
            var table = new NgramTable(item.GetProperty("ngram_ids").EnumerateArray()
                .Select(pair => KeyValuePair.Create((IReadOnlyList<int>)pair[0].Ids(), pair[1].GetInt32())));
            var n = item.GetProperty("n").GetInt32();

            Append(table, item.Rows("padded"), n).ShouldBe(item.Rows("with_ngrams"), item.Name());
            if (item.TryGetProperty("other", out _))
                Append(table, item.Rows("other"), n).ShouldBe(item.Rows("other_with_ngrams"), item.Name());
        }
    }

    [Fact]
    public void Append_TrigramWhosePrefixIsNoNgram_IsFound()
    {
        var table = new NgramTable([KeyValuePair.Create<IReadOnlyList<int>, int>([1, 2, 3], 40)]);

        Append(table, [[1, 2, 3], [1, 2, 4]], ngramRange: 3).ShouldBe([[1, 2, 3, 40], [1, 2, 4]]);
        Append(table, [[1, 2, 3]], ngramRange: 2).ShouldBe([[1, 2, 3]]);
    }

    [Fact]
    public void New_NgramTwice_IsRefused() =>
        Should.Throw<ArgumentException>(() => new NgramTable(
            [KeyValuePair.Create<IReadOnlyList<int>, int>([1, 2], 40), KeyValuePair.Create<IReadOnlyList<int>, int>([1, 2], 41)]))
            .Message.ShouldContain("40");

    private static int[][] Append(NgramTable table, int[][] rows, int ngramRange) =>
        [.. rows.Select(ids =>
        {
            var row = new int[ids.Length << ngramRange];
            ids.CopyTo(row, 0);
            return row[..table.Append(row, ids.Length, ngramRange)];
        })];
}
