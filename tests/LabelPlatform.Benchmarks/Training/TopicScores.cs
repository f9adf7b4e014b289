using LabelPlatform.TextClassification.Evaluation;
using LabelPlatform.TextClassification.Linear;

namespace LabelPlatform.Benchmarks.Training;

/// <summary>How one-vs-rest models of all topics score some rows.</summary>
internal sealed class TopicScores(IReadOnlyList<Headline> rows, IReadOnlyList<string> topics, LinearModel[] models, FeatureRows features)
{
    private readonly float[][] _margins =
        Array.ConvertAll(models, model => Enumerable.Range(0, rows.Count).Select(row => model.Margin(features, row)).ToArray());

    /// <summary>The mean over the topics of the best F1 that any threshold gives.</summary>
    public double MeanBestF1() => topics.Select((_, topic) => BestF1(topic).Confusion.F1).Average();

    /// <summary>The part of the rows whose highest margin is their topic's.</summary>
    public double Top1() => rows.Select((row, i) =>
        row.Topic == topics[Enumerable.Range(0, topics.Count).MaxBy(topic => _margins[topic][i])] ? 1.0 : 0).Average();

    /// <summary>The threshold of the best F1 on these rows, as a margin.</summary>
    public OperatingPoint BestF1(int topic) => new ScoreRanking(_margins[topic], Truths(topic)).FindBestF1()!.Value;

    /// <summary>The F1 of a threshold.</summary>
    public double F1(int topic, double threshold) => Confusion.Count(_margins[topic], Truths(topic), threshold).F1;

    /// <summary>The mean over the topics of the expected calibration error.</summary>
    public double MeanCalibrationError() => topics.Select((_, topic) => new ReliabilityDiagram(
        Array.ConvertAll(_margins[topic], margin => (float)models[topic].Calibration.Probability(margin)), Truths(topic)).ExpectedCalibrationError).Average();

    private bool[] Truths(int topic) => [.. rows.Select(row => row.Topic == topics[topic])];
}
