using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph;
using MassTransit;

namespace LabelPlatform.GraphMatch;

internal static class WriteAnswerExtensions
{
    /// <summary>Tells every replica of a new version, and whoever asked what became of it.</summary>
    public static async Task AnswerAsync(this ConsumeContext context, LabelGraphWriteResult result, LabelGraphEdit? edit = null)
    {
        if (result is { Changed: true, Edited: { } edited })
            await context.Publish(new LabelGraphChanged(edited.Version, edit));
        if (result.Rejected is { } rejected)
            await context.RespondAsync(rejected);
        else
            await context.RespondAsync(result.Edited!);
    }
}
