using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;
using LabelPlatform.SavedModels.Writing;
using LabelPlatform.TextClassification.Linear;

namespace LabelPlatform.Trainer.Training;

/// <summary>A <c>linear</c> model and the table that its dataset's models share.</summary>
internal sealed class TrainedLinear(LinearModel model, FeatureTable table) : ITrainedNetwork
{
    private readonly LinearFeatures _features = new(table);

    public float[] Predict(string[] texts, int threads)
    {
        var rows = FeatureRows.Create(_features, texts, threads);
        return [.. Enumerable.Range(0, texts.Length).Select(row => (float)model.Probability(rows, row))];
    }

    public SavedModelProto ToSavedModel()
    {
        var served = model.ToServedTable(table);
        return ClassifierModels.Linear(new Tensor<float>(new TensorShape(served.Length / 2, 2), served), model.Scale, model.Shift);
    }

    public object WriteFeatures(string folder)
    {
        using var bytes = new MemoryStream();
        FeatureTableFile.Write(bytes, table);
        return new { Ngrams = new[] { 1, 2 }, Words = true, Table = FlushedFile.Write(Path.Combine(folder, "features.bin"), bytes.ToArray()) };
    }
}
