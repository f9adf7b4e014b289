using LabelPlatform.TextClassification.Linear;
using LabelPlatform.TextClassification.Splitting;

namespace LabelPlatform.Benchmarks.Training;

/// <summary>Our <c>linear</c> network on the headlines.</summary>
internal sealed class LinearRun(Headlines headlines, int threads)
{
    private readonly LinearTrainerOptions _options = new();

    public void Run()
    {
        Console.WriteLine($"\nlinear, ours: {headlines.Training.Count:N0} training rows, {headlines.Test.Count:N0} test rows, {threads} threads");
        var ((features, rows), featuresTook) = Measured.Run(() => CreateFeatures(headlines.Training));
        Console.WriteLine($"  features      {features.Table.Count:N0} in {featuresTook}");

        var (models, took) = Measured.Run(() => new LinearTrainer(rows, _options).Train(Targets(headlines.Training), threads));
        Console.WriteLine($"  {headlines.Topics.Count} topics     {took}; with features {(took.Wall + featuresTook.Wall).TotalSeconds:0.00} s");
        Console.WriteLine($"  peak memory   {ResourceUsage.PeakMegabytes():N0} MB");

        var (_, alone) = Measured.Run(() => new LinearTrainer(rows, _options).Train(Headlines.Targets(headlines.Training, "game"), threads));
        Console.WriteLine($"  game alone    {alone}");

        var scores = new TopicScores(headlines.Test, headlines.Topics, models, CreateRows(features, headlines.Test));
        Console.WriteLine($"  mean best F1  {scores.MeanBestF1():0.0000}");
        Console.WriteLine($"  top-1         {scores.Top1():0.0000}");
        Console.WriteLine($"  calibration   {scores.MeanCalibrationError():0.0000} mean expected error");
        WriteSizes(features.Table, models[0]);
        TuneThresholds();
    }

    private static void WriteSizes(FeatureTable table, LinearModel model)
    {
        using var file = new MemoryStream();
        FeatureTableFile.Write(file, table);
        var (_, took) = Measured.Run(() => FeatureTableFile.Parse(file.ToArray()));
        Console.WriteLine($"  sizes         {model.ToServedTable(table).Length * sizeof(float) / 1e6:0.00} MB a model, {file.Length / 1e6:0.00} MB the table, "
            + $"parsed in {took.Wall.TotalMilliseconds:0} ms");
    }

    /// <summary>Holds training rows out, and judges the thresholds that are best on them by the test rows.</summary>
    private void TuneThresholds()
    {
        var splitter = new DatasetSplitter();
        var validation = headlines.Training.Where(row => splitter.PartOf(row.Text) == DatasetPart.Validation).ToArray();
        var training = headlines.Training.Where(row => splitter.PartOf(row.Text) != DatasetPart.Validation).ToArray();
        var (features, rows) = CreateFeatures(training);
        var models = new LinearTrainer(rows, _options with { CalibrationFolds = 0 }).Train(Targets(training), threads);
        var held = new TopicScores(validation, headlines.Topics, models, CreateRows(features, validation));
        var test = new TopicScores(headlines.Test, headlines.Topics, models, CreateRows(features, headlines.Test));
        var tuned = headlines.Topics.Select((_, topic) => test.F1(topic, held.BestF1(topic).Threshold)).Average();
        Console.WriteLine($"  thresholds    mean F1 {tuned:0.0000} with those of {validation.Length:N0} held out rows, best possible {test.MeanBestF1():0.0000}");
    }

    private (LinearFeatures Features, FeatureRows Rows) CreateFeatures(IReadOnlyList<Headline> rows)
    {
        var builder = new FeatureTableBuilder();
        foreach (var row in rows)
            builder.Add(row.Text);
        var features = new LinearFeatures(builder.Build());
        return (features, CreateRows(features, rows));
    }

    private FeatureRows CreateRows(LinearFeatures features, IReadOnlyList<Headline> rows) =>
        FeatureRows.Create(features, [.. rows.Select(row => row.Text)], threads);

    private sbyte[][] Targets(IReadOnlyList<Headline> rows) => [.. headlines.Topics.Select(topic => Headlines.Targets(rows, topic))];
}
