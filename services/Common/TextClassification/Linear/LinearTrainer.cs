namespace LabelPlatform.TextClassification.Linear;

/// <summary>Trains <c>linear</c> models on rows that many labels share.</summary>
/// <param name="rows">The feature rows of the training texts.</param>
/// <param name="options">The options, the same for all labels.</param>
public sealed class LinearTrainer(FeatureRows rows, LinearTrainerOptions options)
{
    // Two numbers are fitted to all the margins: that each is a little off does not move them, and it takes half the time.
    private const double CalibrationTolerance = 0.5;

    private readonly Folds? _folds = options.CalibrationFolds == 0 ? null : new Folds(rows, options.CalibrationFolds, options.Seed);

    /// <summary>
    /// Trains a model for each label, several at a time. A label's model depends neither on the others nor on the number of threads.
    /// </summary>
    /// <param name="targets">By label, for each row 1, -1 or 0; rows of 0 are left out.</param>
    /// <param name="threads">How many labels are trained at a time.</param>
    /// <param name="cancellation">Ends training.</param>
    /// <exception cref="ArgumentException">A label has no positive or no negative row.</exception>
    public LinearModel[] Train(IReadOnlyList<sbyte[]> targets, int threads, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(targets);
        var models = new LinearModel[targets.Count];
        Parallel.For(0, targets.Count, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation },
            label => models[label] = Train(targets[label], threads: 1, cancellation));
        return models;
    }

    /// <summary>Trains the model of one label.</summary>
    /// <param name="targets">For each row 1, -1 or 0; rows of 0 are left out.</param>
    /// <param name="threads">How many folds of the calibration are trained at a time.</param>
    /// <param name="cancellation">Ends training between the folds.</param>
    /// <exception cref="ArgumentException">There is no positive or no negative row.</exception>
    public LinearModel Train(sbyte[] targets, int threads = 1, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(targets);
        if (targets.Length != rows.Count)
            throw new ArgumentException($"There are {rows.Count} rows and {targets.Length} targets.", nameof(targets));
        if (!targets.Contains((sbyte)1) || !targets.Contains((sbyte)-1))
            throw new ArgumentException("Training needs at least one positive and one negative row.", nameof(targets));

        int[] used = [.. Enumerable.Range(0, targets.Length).Where(row => targets[row] != 0)];
        var solver = new SquaredHingeSolver(rows, targets, options);
        solver.Solve(used, options.Tolerance, new SplitMix64(options.Seed));
        var calibration = _folds is null
            ? PlattScaling.Identity
            : Calibrate(solver, _folds.Deal(targets), targets, threads, cancellation);
        var model = new LinearModel(solver.Weights, solver.Bias, calibration);
        return options.MaxWeights is { } maxWeights ? model.Prune(maxWeights) : model;
    }

    /// <summary>Fits the calibration to margins of rows, each by weights that were trained without it.</summary>
    private PlattScaling Calibrate(
        SquaredHingeSolver solver, int[][] folds, sbyte[] targets, int threads, CancellationToken cancellation)
    {
        var margins = Array.ConvertAll(folds, fold => new float[fold.Length]);
        Parallel.For(0, folds.Length, new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation }, fold =>
        {
            // It goes on from the optimum of all rows, with the rows that hold it: the others hold next to nothing once a part is left out.
            var rest = folds.Where((_, other) => other != fold).SelectMany(rows => rows).Where(solver.IsSupport).ToArray();
            var others = solver.Without(folds[fold]);
            others.Solve(rest, CalibrationTolerance, new SplitMix64(options.Seed));
            for (var i = 0; i < folds[fold].Length; i++)
                margins[fold][i] = others.Margin(folds[fold][i]);
        });
        return PlattScaling.Fit([.. margins.SelectMany(part => part)], [.. folds.SelectMany(fold => fold).Select(row => targets[row])]);
    }
}
