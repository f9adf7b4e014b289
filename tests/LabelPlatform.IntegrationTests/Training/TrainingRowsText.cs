using System.Globalization;
using System.Text;
using LabelPlatform.Testing;

namespace LabelPlatform.IntegrationTests.Training;

/// <summary>Datasets that models can be learned from in a moment.</summary>
internal static class TrainingRowsText
{
    /// <summary>Sentences of two topics, 游戏 and 影视.</summary>
    public static string Plain() => "text,label\n" + string.Concat(TopicSentences.All().Select(sentence => $"{sentence.Text},{sentence.Topic}\n"));

    /// <summary>Sentences of two topics; every topic also as labels <c>topic-0</c>, <c>topic-1</c> …, so that there are many to train.</summary>
    public static string Csv(int labels)
    {
        var csv = new StringBuilder("text,label\n");
        foreach (var (text, topic) in TopicSentences.All())
        {
            csv.Append(text).Append(',');
            csv.AppendJoin('|', Enumerable.Range(0, labels).Select(i => string.Create(CultureInfo.InvariantCulture, $"{topic}-{i}")));
            csv.Append('\n');
        }

        return csv.ToString();
    }

    /// <summary>The labels of one of the topics.</summary>
    public static string[] Labels(int labels) =>
        [.. Enumerable.Range(0, labels).Select(i => string.Create(CultureInfo.InvariantCulture, $"游戏-{i}"))];
}
