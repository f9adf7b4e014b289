using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph;
using LabelPlatform.LabelGraph.Snapshots;
using LabelPlatform.Segmentation;

namespace LabelPlatform.Preprocess;

/// <summary>The segmenter whose user dictionary is the label graph's vocabulary; it follows the graph.</summary>
public sealed class VocabularySegmenter : ILabelGraphObserver
{
    private VersionedSegmenter _current = new(0, Segmenter.Default);

    /// <summary>The segmenter of the newest version of the graph. Take it once per message.</summary>
    public VersionedSegmenter Current => Volatile.Read(ref _current);

    public void OnChanged(LabelGraphSnapshot snapshot, LabelGraphEdit? edit) =>
        Volatile.Write(ref _current, new VersionedSegmenter(snapshot.Version, Follow(snapshot, edit)));

    private Segmenter Follow(LabelGraphSnapshot snapshot, LabelGraphEdit? edit)
    {
        var segmenter = _current.Segmenter;
        return edit switch
        {
            { Kind: LabelGraphEditKind.PutLabel } => segmenter,
            { Kind: LabelGraphEditKind.PutWord, Word: { } word } => segmenter.AddWord(word),
            { Kind: LabelGraphEditKind.DeleteWord, Word: { } word } => snapshot.FindLabels(word).Count > 0 ? segmenter : segmenter.RemoveWord(word),
            _ => Segmenter.Default.WithVocabulary(snapshot.Words),
        };
    }
}
