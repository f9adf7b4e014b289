using System.Diagnostics;
using System.Diagnostics.Metrics;
using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.Api.Labeling;

/// <summary>Measures the stages as Api sees them, and counts what came of the texts.</summary>
internal static class LabelingMetrics
{
    /// <summary>A message's round trip: sent to a stage, worked on, answered.</summary>
    private static readonly Histogram<double> StageDuration = PlatformTelemetry.Meter.CreateHistogram<double>(
        "labelplatform.stage.duration", "s", "Round trip of a message to a stage.", tags: null, PlatformTelemetry.RequestSeconds);

    /// <summary>How many texts the messages to a stage carry: 1 at low load, up to 64 under load.</summary>
    private static readonly Histogram<int> StageBatchSize = PlatformTelemetry.Meter.CreateHistogram<int>(
        "labelplatform.stage.batch.size",
        "{text}",
        "Texts in a message to a stage.",
        tags: null,
        new InstrumentAdvice<int> { HistogramBucketBoundaries = [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1000] });

    /// <summary>Texts that were to be labelled; those that were refused as they came are not among them.</summary>
    private static readonly Counter<long> Texts = PlatformTelemetry.Meter.CreateCounter<long>(
        "labelplatform.texts", "{text}", "Texts by what came of them.");

    /// <summary>Notes a message's round trip.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="texts">Texts in the message.</param>
    /// <param name="outcome"><c>answered</c>, <c>timed_out</c> or <c>failed</c>.</param>
    /// <param name="elapsed">How long it took.</param>
    public static void StageAsked(string stage, int texts, string outcome, TimeSpan elapsed)
    {
        StageDuration.Record(elapsed.TotalSeconds, new TagList { { "stage", stage }, { "outcome", outcome } });
        StageBatchSize.Record(texts, new KeyValuePair<string, object?>("stage", stage));
    }

    /// <summary>Counts the texts of an answered request.</summary>
    public static void Labeled(IReadOnlyList<LabelingProgress> texts)
    {
        if (!Texts.Enabled)
            return;
        var failed = texts.Count(text => text.Error is not null);
        var degraded = texts.Count(text => text is { Error: null, Predicted.Failures.Length: > 0 });
        Count("failed", failed);
        Count("degraded", degraded);
        Count("labelled", texts.Count - failed - degraded);
    }

    /// <summary>Counts the texts of a request that could not be answered.</summary>
    public static void NotLabeled(int texts) => Count("failed", texts);

    private static void Count(string outcome, int texts)
    {
        if (texts > 0)
            Texts.Add(texts, new KeyValuePair<string, object?>("outcome", outcome));
    }
}
