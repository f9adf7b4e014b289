using System.Text.Json;
using LabelPlatform.Api.Requests;
using LabelPlatform.Contracts.Training;

namespace LabelPlatform.Api.Training;

/// <summary>Reads the body of <c>POST /v1/training/runs</c>.</summary>
internal static class TrainingRunRequestReader
{
    private const double MaxPrice = 1_000_000;
    private const int MaxNameLength = 100;

    public static TrainingRunRequest Read(JsonElement json)
    {
        var body = JsonFields.Of(
            json, "", "dataset", "labels", "network", "c", "positiveWeight", "epochs", "goal", "goalValue", "seed", "profile", "priority", "promotion",
            "requestedBy");
        var goal = body.Member<TrainingGoal>("goal");
        return new TrainingRunRequest
        {
            Dataset = body.RequiredText("dataset", MaxNameLength),
            Labels = LabelsToTrainReader.Read(body),
            Network = body.Member<TrainingNetwork>("network"),
            C = body.PositiveNumber("c", MaxPrice),
            PositiveWeight = body.PositiveNumber("positiveWeight", MaxPrice),
            Epochs = body.Integer("epochs", 1, 10_000),
            Goal = goal,
            GoalValue = ReadGoalValue(body, goal ?? TrainingGoal.F1),
            Seed = body.Long("seed"),
            Profile = body.Text("profile", MaxNameLength),
            Priority = body.Integer("priority", -100, 100),
            Promotion = body.Member<PromotionRule>("promotion"),
            RequestedBy = body.Text("requestedBy", MaxNameLength),
        };
    }

    private static double? ReadGoalValue(JsonFields body, TrainingGoal goal) => (goal, body.PositiveNumber("goalValue", 1)) switch
    {
        (TrainingGoal.F1, not null) => throw new InvalidRequestException("goalValue only goes with the goal precision or recall."),
        (not TrainingGoal.F1, null) => throw new InvalidRequestException("goalValue is missing: the precision or recall that goal asks for, above 0 and not above 1."),
        (_, var value) => value,
    };
}
