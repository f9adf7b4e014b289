using LabelPlatform.Contracts.Preprocessing;
using LabelPlatform.Segmentation;
using MassTransit;

namespace LabelPlatform.Preprocess.Consumers;

public sealed class PreprocessTextsConsumer(VocabularySegmenter vocabulary, TextPreprocessor preprocessor, TimeProvider time) :
    IConsumer<PreprocessTexts>
{
    public Task Consume(ConsumeContext<PreprocessTexts> context)
    {
        var request = context.Message;
        var current = vocabulary.Current;
        var segmenter = request.UseVocabulary ? current.Segmenter : Segmenter.Default;
        var now = time.GetUtcNow().UtcDateTime;
        return context.RespondAsync(new TextsPreprocessed(current.GraphVersion, [.. request.Texts.Select(Preprocess)]));

        PreprocessedText Preprocess(TextToPreprocess text)
        {
            if (text.Deadline <= now)
                return new PreprocessedText("", false, [], "The deadline passed before the text was cut into words.");
            return request.WholeText ? preprocessor.PreprocessWhole(text.Text, segmenter) : preprocessor.Preprocess(text.Text, segmenter);
        }
    }
}
