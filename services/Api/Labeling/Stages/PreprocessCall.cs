using LabelPlatform.Api.Batching;
using LabelPlatform.Contracts.Preprocessing;
using MassTransit;

namespace LabelPlatform.Api.Labeling.Stages;

internal sealed class PreprocessCall(IBus bus) : StageCall<TextToCut, PreprocessTexts, TextsPreprocessed>(bus)
{
    public override string Stage => "Preprocess";

    public override string Work => "preprocess";

    public override int SizeOf(TextToCut item) => 64 + 3 * item.Text.Length;

    public override bool MayShare(TextToCut first, TextToCut next) =>
        first.WholeText == next.WholeText && first.UseVocabulary == next.UseVocabulary;

    protected override PreprocessTexts Compose(IReadOnlyList<TextToCut> items) =>
        new([.. items.Select(item => new TextToPreprocess(item.Text, item.Deadline))], items[0].WholeText, items[0].UseVocabulary);
}
