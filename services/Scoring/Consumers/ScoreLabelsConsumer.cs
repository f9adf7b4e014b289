using LabelPlatform.Contracts.Scoring;
using MassTransit;

namespace LabelPlatform.Scoring.Consumers;

public sealed class ScoreLabelsConsumer(LabelScorer scorer, TimeProvider time) :
    IConsumer<ScoreLabels>
{
    public Task Consume(ConsumeContext<ScoreLabels> context)
    {
        var request = context.Message;
        var now = time.GetUtcNow().UtcDateTime;
        return context.RespondAsync(new LabelsScored([.. request.Texts.Select(text =>
            text.Deadline <= now
                ? new ScoredText([], "The deadline passed before the text was scored.")
                : scorer.Score(text, request.Ancestors))]));
    }
}
