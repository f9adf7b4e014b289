using System.Security.Cryptography;
using System.Text;
using LabelPlatform.Segmentation;
using LabelPlatform.TextClassification.Embedding;
using LabelPlatform.TextClassification.Evaluation;

namespace LabelPlatform.Benchmarks.Training;

/// <summary>Our <c>embedding</c> network on the rows of <c>game balanced</c> that Keras was measured on (<c>keras-goldens/BENCH.md</c>).</summary>
internal sealed class EmbeddingRun(Headlines headlines)
{
    private const string Topic = "game";
    private const string TrainingRows = "d62232f67c2eda94";

    public void Run()
    {
        var rows = SelectRows();
        var training = rows.Where(row => !headlines.Rows[row].IsTest).ToArray();
        var test = rows.Where(row => headlines.Rows[row].IsTest).ToArray();
        Console.WriteLine($"\nembedding, ours: {training.Length:N0} training rows, {test.Length:N0} test rows, 40 epochs, one thread");
        if (Hash(training) != TrainingRows)
            Console.WriteLine("  THESE ARE NOT THE ROWS THAT KERAS WAS MEASURED ON");

        var (vocabulary, featuresTook) = Measured.Run(() => EmbeddingVocabulary.Fit([.. training.Select(Words)]));
        var examples = CreateExamples(vocabulary, training);
        Console.WriteLine($"  features      {vocabulary.Rows:N0} vectors, cutlen {vocabulary.Options.Cutlen}, width {vocabulary.Options.Maxlen} in {featuresTook}");
        var (result, took) = Measured.Run(() => new EmbeddingTrainer(new EmbeddingTrainerOptions())
            .Train(examples, EmbeddingWeights.Initialize(vocabulary.Rows, seed: 1)));
        Console.WriteLine($"  training      {took}; Keras 340 s: {340 / took.Wall.TotalSeconds:0} times");
        Console.WriteLine($"  peak memory   {ResourceUsage.PeakMegabytes():N0} MB, all runs so far");
        Judge(result.Weights, CreateExamples(vocabulary, test));
    }

    private static void Judge(EmbeddingWeights weights, EmbeddingExamples examples)
    {
        float[] probabilities = [.. Enumerable.Range(0, examples.Count).Select(row => weights.Predict(examples.Ids(row)))];
        bool[] truths = [.. Enumerable.Range(0, examples.Count).Select(examples.IsPositive)];
        var ranking = new ScoreRanking(probabilities, truths);
        Console.WriteLine($"  F1 at 0.5     {Confusion.Count(probabilities, truths, 0.5).F1:0.0000} (Keras .9109)");
        Console.WriteLine($"  AUC           {ranking.RocAuc():0.0000} (Keras .9664)");
        Console.WriteLine($"  best F1       {ranking.FindBestF1()!.Value.Confusion.F1:0.0000} (Keras .9113)");
    }

    /// <summary>All rows of the topic, and as many others: those whose text has the lowest MD5.</summary>
    private int[] SelectRows()
    {
        var positives = Enumerable.Range(0, headlines.Rows.Count).Where(row => headlines.Rows[row].Topic == Topic).ToArray();
        var negatives = Enumerable.Range(0, headlines.Rows.Count).Where(row => headlines.Rows[row].Topic != Topic)
            .OrderBy(row => Md5(headlines.Rows[row].Text), StringComparer.Ordinal)
            .Take(positives.Length);
        return [.. positives.Concat(negatives).Order()];
    }

    private EmbeddingExamples CreateExamples(EmbeddingVocabulary vocabulary, int[] rows)
    {
        var features = vocabulary.CreateFeatures();
        var ids = new int[rows.Length * features.Length];
        for (var i = 0; i < rows.Length; i++)
            features.Extract(Words(rows[i]), ids.AsSpan(i * features.Length, features.Length));
        return new EmbeddingExamples(ids, features.Length, Array.ConvertAll(rows, row => headlines.Rows[row].Topic == Topic));
    }

    private IReadOnlyList<string> Words(int row)
    {
        var text = headlines.Rows[row].Text;
        return [.. Segmenter.Default.Cut(text).Where(word => word.Length > 1).Select(word => text.Substring(word.CharStart, word.CharLength))];
    }

#pragma warning disable CA5351 // The rows were chosen by it.
    private static string Md5(string text) => Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(text)));
#pragma warning restore CA5351

    private static string Hash(int[] rows) => Convert.ToHexStringLower(SHA256.HashData(Encoding.ASCII.GetBytes(string.Join(',', rows))))[..16];
}
