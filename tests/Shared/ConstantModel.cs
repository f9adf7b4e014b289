using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;
using LabelPlatform.SavedModels.Writing;

namespace LabelPlatform.Testing;

/// <summary>A classifier that answers the same to any ids: its weights are all 0, so that it has only its bias.</summary>
internal static class ConstantModel
{
    private const int Vocabulary = 20;
    private const int Width = 2;

    /// <summary>The model that answers with a probability.</summary>
    public static SavedModelProto Of(float probability) => ClassifierModels.Embedding(
        new Tensor<float>(new TensorShape(Vocabulary, Width)),
        new Tensor<float>(new TensorShape(Width, 1)),
        new Tensor<float>(new TensorShape(1), [MathF.Log(probability / (1 - probability))]));
}
