using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;
using LabelPlatform.SavedModels.Writing;
using LabelPlatform.TextClassification;
using LabelPlatform.TextClassification.Embedding;

namespace LabelPlatform.Trainer.Training;

/// <summary>An <c>embedding</c> model and its vocabulary.</summary>
internal sealed class TrainedEmbedding(EmbeddingWeights weights, EmbeddingVocabulary vocabulary) : ITrainedNetwork
{
    private readonly EmbeddingFeatures _features = vocabulary.CreateFeatures();

    public float[] Predict(string[] texts, int threads)
    {
        var probabilities = new float[texts.Length];
        Parallel.For(0, texts.Length, new ParallelOptions { MaxDegreeOfParallelism = threads }, i =>
        {
            var row = new int[_features.Length];
            _features.Extract(texts[i], BaseWords.Cut(texts[i]), row);
            probabilities[i] = weights.Predict(row);
        });
        return probabilities;
    }

    public SavedModelProto ToSavedModel() => ClassifierModels.Embedding(
        new Tensor<float>(new TensorShape(weights.Rows, weights.Dimensions), weights.Embedding),
        new Tensor<float>(new TensorShape(weights.Dimensions, 1), weights.Kernel),
        new Tensor<float>(new TensorShape(1), [weights.Bias]));

    public object WriteFeatures(string folder)
    {
        VocabularyFile.Write(Path.Combine(folder, "vocabulary.txt"), vocabulary.Words);
        NgramFile.Write(Path.Combine(folder, "ngrams.tsv"), vocabulary.Ngrams);
        return vocabulary.Options;
    }
}
