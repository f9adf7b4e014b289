namespace LabelPlatform.TextClassification.Linear;

/// <summary>What one label's training gives.</summary>
/// <param name="Weights">By id of the shared table, the weight of a feature times its idf; 0 for the padding.</param>
/// <param name="Bias">The margin of a text without a known feature.</param>
/// <param name="Calibration">From margins to probabilities.</param>
public sealed record LinearModel(float[] Weights, float Bias, PlattScaling Calibration)
{
    /// <summary>The served network's factor on Σ w·idf / √Σ idf².</summary>
    public float Scale => (float)Calibration.Scale;

    /// <summary>The served network's summand before the sigmoid.</summary>
    public float Shift => (float)((Calibration.Scale * Bias) + Calibration.Shift);

    /// <summary>The distance of a row to the decision, positive on the positives' side.</summary>
    public float Margin(FeatureRows rows, int row)
    {
        ArgumentNullException.ThrowIfNull(rows);
        var sum = 0f;
        foreach (var id in rows.Ids(row))
            sum += Weights[id];
        return (sum * rows.Scale(row)) + Bias;
    }

    /// <summary>The probability of a row.</summary>
    public double Probability(FeatureRows rows, int row) => Calibration.Probability(Margin(rows, row));

    /// <summary>
    /// The table that the served network gathers from: for each id w·idf and idf², row after row; the first row, of the padding, is zero.
    /// </summary>
    public float[] ToServedTable(FeatureTable table)
    {
        ArgumentNullException.ThrowIfNull(table);
        if (table.Count + 1 != Weights.Length)
            throw new ArgumentException($"The model was trained with {Weights.Length - 1} features, the table has {table.Count}.", nameof(table));
        var served = new float[2 * Weights.Length];
        for (var id = 1; id < Weights.Length; id++)
        {
            served[2 * id] = Weights[id];
            served[(2 * id) + 1] = table.Idf[id] * table.Idf[id];
        }

        return served;
    }

    /// <summary>The model without its lightest weights.</summary>
    /// <param name="maxWeights">How many stay.</param>
    public LinearModel Prune(int maxWeights)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(maxWeights);
        if (maxWeights >= Weights.Length - 1)
            return this;

        float[] magnitudes = [.. Weights.Select(Math.Abs).OrderDescending()];
        var limit = magnitudes[maxWeights];
        return this with { Weights = [.. Weights.Select(weight => Math.Abs(weight) > limit ? weight : 0)] };
    }
}
