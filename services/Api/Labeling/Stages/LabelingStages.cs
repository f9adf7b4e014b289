using LabelPlatform.Api.Batching;
using LabelPlatform.Contracts.GraphMatching;
using LabelPlatform.Contracts.Inference;
using LabelPlatform.Contracts.Preprocessing;
using LabelPlatform.Contracts.Scoring;
using MassTransit;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Api.Labeling.Stages;

/// <summary>The four stages that Api asks, each with its batcher. One for the whole process, so that all requests share messages.</summary>
internal sealed class LabelingStages(IBus bus, IOptions<BatchingOptions> options, TimeProvider time, ILogger<LabelingStages> logger)
{
    public StageBatcher<TextToCut, PreprocessTexts, TextsPreprocessed> Preprocess { get; } =
        new(new PreprocessCall(bus), options.Value, time, logger);

    public StageBatcher<TextToMatch, MatchLabels, LabelsMatched> Match { get; } =
        new(new MatchCall(bus), options.Value, time, logger);

    public StageBatcher<OfGraph<TextToPredict>, PredictLabels, LabelsPredicted> Predict { get; } =
        new(new PredictCall(bus), options.Value, time, logger);

    public StageBatcher<OfGraph<TextToScore>, ScoreLabels, LabelsScored> Score { get; } =
        new(new ScoreCall(bus), options.Value, time, logger);
}
