using LabelPlatform.TextClassification.Linear;

namespace LabelPlatform.Tests.Common.TextClassification.Linear;

internal static class FeatureTables
{
    public static FeatureTable Of(IEnumerable<string> texts, int minDocuments = 3, int maxFeatures = int.MaxValue)
    {
        var builder = new FeatureTableBuilder();
        foreach (var text in texts)
            builder.Add(text);
        return builder.Build(new FeatureTableOptions { MinDocuments = minDocuments, MaxFeatures = maxFeatures });
    }
}
