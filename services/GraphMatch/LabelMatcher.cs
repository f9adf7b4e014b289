using LabelPlatform.Contracts.GraphMatching;
using LabelPlatform.LabelGraph.Snapshots;

namespace LabelPlatform.GraphMatch;

/// <summary>Looks up the words of texts in one snapshot of the label graph.</summary>
public sealed class LabelMatcher(TimeProvider time)
{
    public LabelsMatched Match(MatchLabels request, LabelGraphSnapshot snapshot)
    {
        var now = time.GetUtcNow().UtcDateTime;
        var texts = new MatchedText[request.Texts.Length];
        var ancestors = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        for (var i = 0; i < texts.Length; i++)
        {
            var text = request.Texts[i];
            texts[i] = text.Deadline <= now
                ? new MatchedText([], "The deadline passed before the words were matched")
                : new MatchedText(Match(text.Words, snapshot, ancestors));
        }

        return new LabelsMatched(snapshot.Version, texts, ancestors);
    }

    private static MatchedWord[] Match(
        string[] words,
        LabelGraphSnapshot snapshot,
        Dictionary<string, IReadOnlyList<string>> ancestors)
    {
        var matched = new List<MatchedWord>();
        for (var index = 0; index < words.Length; index++)
        {
            var labels = snapshot.FindLabels(words[index]);
            if (labels.Count == 0)
                continue;
            matched.Add(new MatchedWord(index, [.. labels]));
            foreach (var related in labels)
            {
                if (snapshot.FindLabel(related.Label) is { Ancestors: { Count: > 0 } found })
                    ancestors.TryAdd(related.Label, found);
            }
        }

        return [.. matched];
    }
}
