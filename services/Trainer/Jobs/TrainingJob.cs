using LabelPlatform.Datasets.Reading;

namespace LabelPlatform.Trainer.Jobs;

/// <summary>What to train.</summary>
internal sealed record TrainingJob
{
    /// <summary>The label that the model decides.</summary>
    public required string Label { get; init; }

    /// <summary>Name of the model.</summary>
    public required string Model { get; init; }

    /// <summary>Number of the version.</summary>
    public required long Version { get; init; }

    /// <summary>Path of the dataset.</summary>
    public required string Dataset { get; init; }

    /// <summary>How its rows are written.</summary>
    public required DatasetFormat Format { get; init; }

    /// <summary>Hash of the dataset, for the manifest: <c>sha256:…</c>; null: it is worked out.</summary>
    public string? DatasetHash { get; init; }

    /// <summary>The labels above each label of the tree; a label that is not named has none.</summary>
    public IReadOnlyDictionary<string, string[]> Ancestors { get; init; } = new Dictionary<string, string[]>();

    /// <summary>The kind of the network.</summary>
    public Network Network { get; init; }

    /// <summary>
    /// Path of the feature table that all <see cref="Network.Linear"/> models of the dataset share. It is made when it is not there.
    /// </summary>
    public string FeatureTable { get; init; } = "";

    /// <summary>The folder of the version, which must not be there yet when it is trained.</summary>
    public required string Output { get; init; }

    /// <summary>The folder of the live version, which an evaluation judges by the same rows; null: there is none.</summary>
    public string? LiveVersion { get; init; }

    /// <summary>liblinear's C: the price of an error against the size of the weights.</summary>
    public double C { get; init; } = 0.5;

    /// <summary>How many times the price of a negative a positive costs.</summary>
    public double PositiveWeight { get; init; } = 1;

    /// <summary>Passes of an <see cref="Network.Embedding"/> over the rows, at most.</summary>
    public int Epochs { get; init; } = 40;

    /// <summary>What the threshold is chosen for.</summary>
    public ThresholdGoal Goal { get; init; } = ThresholdGoal.F1;

    /// <summary>The precision or recall that is wanted, where the goal is one.</summary>
    public double GoalValue { get; init; }

    /// <summary>Seed of everything that is drawn.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Threads at most.</summary>
    public int Threads { get; init; } = 1;
}
