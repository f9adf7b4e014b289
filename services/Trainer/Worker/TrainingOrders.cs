using LabelPlatform.Contracts.Training;
using LabelPlatform.Datasets.Reading;
using LabelPlatform.Trainer.Jobs;

namespace LabelPlatform.Trainer.Worker;

/// <summary>Turns an order into the job of a trainer.</summary>
internal static class TrainingOrders
{
    public static TrainingJob ToJob(TrainingOrder order, string output, int threads)
    {
        var job = new TrainingJob
        {
            Label = order.Label,
            Model = order.Model,
            Version = order.Version,
            Dataset = order.Dataset,
            DatasetHash = order.DatasetHash,
            Format = Enum.Parse<DatasetFormat>(order.Format.ToString()),
            Ancestors = order.Ancestors.ToDictionary(label => label.Key, label => label.Value.ToArray(), StringComparer.Ordinal),
            FeatureTable = order.FeatureTable,
            Output = output,
            LiveVersion = order.LiveVersion,
            Network = Enum.Parse<Network>(order.Parameters.Network.ToString()),
            Goal = Enum.Parse<ThresholdGoal>(order.Parameters.Goal.ToString()),
            Threads = threads,
        };
        var given = order.Parameters;
        return job with
        {
            C = given.C ?? job.C,
            PositiveWeight = given.PositiveWeight ?? job.PositiveWeight,
            Epochs = given.Epochs ?? job.Epochs,
            GoalValue = given.GoalValue ?? job.GoalValue,
            Seed = given.Seed ?? job.Seed,
        };
    }
}
