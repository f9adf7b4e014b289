using LabelPlatform.Contracts.GraphMatching;
using LabelPlatform.Contracts.Inference;

namespace LabelPlatform.Contracts.Scoring;

/// <summary>The evidence of one text.</summary>
/// <param name="Words">Its words that have a label.</param>
/// <param name="Predictions">What the models said of its ambiguous words' labels.</param>
/// <param name="Failures">Which models did not answer.</param>
/// <param name="IncludeEvidence">Whether the answer shall say what each score is made of.</param>
/// <param name="Deadline">UTC. When it has passed, nobody waits for the answer any more.</param>
public sealed record TextToScore(
    MatchedWord[] Words,
    LabelPrediction[] Predictions,
    PredictionFailure[] Failures,
    bool IncludeEvidence,
    DateTime Deadline);
