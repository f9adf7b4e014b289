using System.Text.Json;
using LabelPlatform.TextClassification.Evaluation;
using Xunit;

namespace LabelPlatform.Tests.Common.TextClassification.Evaluation;

/// <summary>scikit-learn's cases: scores with few and with many equal ones.</summary>
internal static class EvaluationGolden
{
    public static TheoryData<int> Indices { get; } = [0, 1, 2];

    public static JsonElement Get(int index) => ScikitLearn.Golden.GetProperty("evaluation")[index];

    public static ScoreRanking Rank(this JsonElement golden) => new(golden.Floats("scores"), golden.Bools("positives"));
}
