using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Writing;

namespace LabelPlatform.Benchmarks.Serving;

/// <summary>Models of 1 MB with random weights, and a <c>models.config</c> for the first of them.</summary>
internal sealed class ServingModels(string folder)
{
    /// <summary>Number of ids that a model knows.</summary>
    public const int Vocabulary = 5000;

    private const int Width = 50;

    public static string ModelName(int index) => $"model-{index:000}";

    public void Write(int count)
    {
        var random = new Random(1);
        for (var i = 0; i < count; i++)
        {
            var model = ClassifierModels.Embedding(Weights(random, Vocabulary, Width), Weights(random, Width, 1), Weights(random, 1));
            SavedModelWriter.Write(model, Path.Combine(BasePath(i), "1"));
        }
    }

    /// <summary>The path of a <c>models.config</c> with so many models.</summary>
    public string Config(int count)
    {
        var path = Path.Combine(folder, $"{count}.config");
        var models = Enumerable.Range(0, count).Select(i => $"config {{ name: '{ModelName(i)}' base_path: '{BasePath(i)}' model_platform: 'tensorflow' }}");
        File.WriteAllText(path, $"model_config_list {{\n{string.Join('\n', models)}\n}}\n");
        return path;
    }

    private static Tensor<float> Weights(Random random, params int[] shape)
    {
        var tensor = new Tensor<float>(new TensorShape(shape));
        foreach (ref var weight in tensor.Values)
            weight = random.NextSingle() - 0.5f;
        return tensor;
    }

    private string BasePath(int index) => Path.Combine(folder, ModelName(index));
}
