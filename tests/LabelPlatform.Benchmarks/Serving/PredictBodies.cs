using System.Text;

namespace LabelPlatform.Benchmarks.Serving;

/// <summary>Ready-made bodies of requests, so that the client spends nothing on making them.</summary>
internal static class PredictBodies
{
    private const int RowLength = 119;
    private const int Bodies = 64;

    public static byte[][] Create(int rows)
    {
        var random = new Random(rows);
        return [.. Enumerable.Range(0, Bodies).Select(_ => Encoding.ASCII.GetBytes($"{{\"instances\":[{string.Join(',', Rows(random, rows))}]}}"))];
    }

    private static IEnumerable<string> Rows(Random random, int rows) =>
        Enumerable.Range(0, rows).Select(_ => $"[{string.Join(',', Enumerable.Range(0, RowLength).Select(_ => random.Next(1, ServingModels.Vocabulary)))}]");
}
