using System.Buffers.Binary;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using LabelPlatform.Testing;
using LabelPlatform.TextClassification.Embedding;

namespace LabelPlatform.Tests.Common.TextClassification.Embedding;

/// <summary>A training that Keras did step by step: the folder <c>replay</c> of a golden.</summary>
internal sealed class KerasReplay : IEpochOrder
{
    private readonly KerasGolden _golden;
    private readonly int[] _orders;

    public KerasReplay(string name)
    {
        _golden = KerasGoldens.Get(name);
        _orders = Read<int>("replay/orders");
        Examples = ReadExamples("train");
        using var batches = JsonDocument.Parse(File.ReadAllBytes(_golden.File("replay/batches.json")));
        Losses = [.. batches.RootElement.GetProperty("rows").EnumerateArray()
            .Select(row => new EmbeddingLoss(row.GetProperty("loss").GetDouble(), row.GetProperty("accuracy").GetDouble()))];
        using var predictions = JsonDocument.Parse(File.ReadAllBytes(_golden.File("replay/predictions_test.json")));
        Probabilities = [.. predictions.RootElement.GetProperty("rows").EnumerateArray()
            .Select(row => BitConverter.UInt32BitsToSingle(uint.Parse(row.GetProperty("bits").GetString()!, NumberStyles.HexNumber, CultureInfo.InvariantCulture)))];
    }

    public const int BatchSize = 32;

    public EmbeddingExamples Examples { get; }

    public IReadOnlyList<int[]> TestRows => _golden.Features("test");

    public int Epochs => _orders.Length / Examples.Count;

    /// <summary>Keras's loss of each batch.</summary>
    public IReadOnlyList<EmbeddingLoss> Losses { get; }

    /// <summary>Keras's probabilities of the test rows.</summary>
    public IReadOnlyList<float> Probabilities { get; }

    /// <summary>Keras's weights: <c>initial</c>, <c>after_step_1</c> or <c>final</c>.</summary>
    public EmbeddingWeights Weights(string when) => new(
        Read<float>($"replay/{when}_embedding"), Read<float>($"replay/{when}_dense_kernel"), Read<float>($"replay/{when}_dense_bias")[0]);

    public IEnumerable<int[]> Batches() =>
        Enumerable.Range(0, Epochs).SelectMany(epoch => _orders.Skip(epoch * Examples.Count).Take(Examples.Count).Chunk(BatchSize));

    public void Arrange(int epoch, Span<int> rows) => _orders.AsSpan(epoch * rows.Length, rows.Length).CopyTo(rows);

    private EmbeddingExamples ReadExamples(string split)
    {
        var rows = _golden.Features(split);
        return new EmbeddingExamples([.. rows.SelectMany(row => row)], rows[0].Length, Array.ConvertAll(Read<int>($"labels_{split}"), label => label == 1));
    }

    /// <summary>The numbers of a file in NumPy's format, version 1, which are of 4 bytes.</summary>
    private T[] Read<T>(string name)
        where T : struct
    {
        var bytes = File.ReadAllBytes(_golden.File(name + ".npy")).AsSpan();
        var headerLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        var type = typeof(T) == typeof(int) ? "'<i4'" : "'<f4'";
        if (!Encoding.ASCII.GetString(bytes.Slice(10, headerLength)).Contains(type, StringComparison.Ordinal))
            throw new InvalidDataException($"{name} is not of {type}.");
        return MemoryMarshal.Cast<byte, T>(bytes[(10 + headerLength)..]).ToArray();
    }
}
