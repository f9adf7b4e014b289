using BenchmarkDotNet.Attributes;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Writing;

namespace LabelPlatform.Benchmarks.SavedModels;

/// <summary>The original's network over rows of 119 ids: the mean of embeddings of width 50, a dense layer, a sigmoid.</summary>
[MemoryDiagnoser]
public class EmbeddingModelBenchmark
{
    private const int Vocabulary = 5000;
    private const int Width = 50;
    private const int RowLength = 119;

    private SavedModel _model = null!;
    private Dictionary<string, Tensor> _inputs = null!;

    [Params(1, 100)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(1);
        var folder = Directory.CreateTempSubdirectory("embedding-");
        SavedModelWriter.Write(
            ClassifierModels.Embedding(
                Tensor(random.NextSingle, Vocabulary, Width), Tensor(random.NextSingle, Width, 1), Tensor(random.NextSingle, 1)),
            folder.FullName);
        _model = SavedModel.Load(folder.FullName);
        folder.Delete(recursive: true);
        _inputs = new Dictionary<string, Tensor> { ["input"] = Tensor(() => random.Next(Vocabulary), Rows, RowLength) };
    }

    [Benchmark]
    public IReadOnlyDictionary<string, Tensor> Run() => _model.Run(SavedModel.DefaultSignature, _inputs);

    private static Tensor<T> Tensor<T>(Func<T> next, params int[] shape)
    {
        var tensor = new Tensor<T>(new TensorShape(shape));
        foreach (ref var value in tensor.Values)
            value = next();
        return tensor;
    }
}
