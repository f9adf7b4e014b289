using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using LabelPlatform.TextClassification;

namespace LabelPlatform.Testing;

/// <summary>One reference model: the folder of a label, described in the README of the goldens.</summary>
internal sealed partial class KerasGolden(string folder)
{
    /// <summary>Where it is.</summary>
    public string Folder => folder;

    /// <summary>The measures of its features.</summary>
    public EmbeddingFeatureOptions Options { get; } = ReadOptions(folder);

    /// <summary>The Chinese name of its label.</summary>
    public string Label { get; } = Json(folder, "spec.json").GetProperty("label_name").GetString()!;

    /// <summary>Its words, in id order.</summary>
    public IReadOnlyList<string> Words() =>
        [.. Json(folder, "word_index.json").GetProperty("word_id_count_docs").EnumerateArray().Select(word => word[0].GetString()!)];

    /// <summary>Its n-grams with their ids.</summary>
    public IReadOnlyList<KeyValuePair<IReadOnlyList<int>, int>> Ngrams() =>
        [.. Json(folder, "token_indice.json").GetProperty("ngram_id").EnumerateArray()
            .Select(pair => KeyValuePair.Create(Ids(pair[0]), pair[1].GetInt32()))];

    /// <summary>The words of its training (<c>train</c>) or test (<c>test</c>) rows.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(string split) =>
        [.. Json(folder, "words.json").GetProperty("rows").EnumerateArray()
            .Where(row => row.GetProperty("split").GetString() == split)
            .Select(row => Strings(row.GetProperty("words")))];

    /// <summary>What the stages of the features are for a test row: ids, cut to <c>cutlen</c>, with n-grams.</summary>
    public IReadOnlyList<(IReadOnlyList<int> Sequence, IReadOnlyList<int> Padded, IReadOnlyList<int> WithNgrams)> TestStages() =>
        [.. Json(folder, "stages_test.json").GetProperty("rows").EnumerateArray()
            .Select(row => (Ids(row.GetProperty("sequence")), Ids(row.GetProperty("padded")), Ids(row.GetProperty("with_ngrams"))))];

    /// <summary>Keras's input rows.</summary>
    public IReadOnlyList<int[]> Features(string split) => ReadMatrix(Path.Combine(folder, $"features_{split}.npy"));

    /// <summary>Keras's probabilities.</summary>
    public IReadOnlyList<double> Probabilities(string split) =>
        [.. Json(folder, "predictions.json").GetProperty("rows").EnumerateArray()
            .Where(row => row.GetProperty("split").GetString() == split)
            .Select(row => row.GetProperty("p").GetDouble())];

    /// <summary>The folder of versions of one of its exports: <c>savedmodel_frozen</c> and others.</summary>
    public string SavedModel(string export) => Path.Combine(folder, export);

    /// <summary>The path of one of its other files.</summary>
    public string File(string name) => Path.Combine(folder, name);

    private static EmbeddingFeatureOptions ReadOptions(string folder)
    {
        var spec = Json(folder, "spec.json");
        int Number(string name) => spec.GetProperty(name).GetInt32();
        return new EmbeddingFeatureOptions(Number("cutlen"), Number("ngram_range"), Number("max_features"), Number("maxlen"));
    }

    private static JsonElement Json(string folder, string name)
    {
        using var document = JsonDocument.Parse(System.IO.File.ReadAllBytes(Path.Combine(folder, name)));
        return document.RootElement.Clone();
    }

    private static IReadOnlyList<int> Ids(JsonElement list) => [.. list.EnumerateArray().Select(id => id.GetInt32())];

    private static IReadOnlyList<string> Strings(JsonElement list) => [.. list.EnumerateArray().Select(word => word.GetString()!)];

    /// <summary>Reads an int32 matrix in NumPy's format, version 1, C order.</summary>
    private static int[][] ReadMatrix(string path)
    {
        var bytes = System.IO.File.ReadAllBytes(path).AsSpan();
        var headerLength = BinaryPrimitives.ReadUInt16LittleEndian(bytes[8..]);
        var shape = MatrixHeader().Match(Encoding.ASCII.GetString(bytes.Slice(10, headerLength)));
        var width = int.Parse(shape.Groups["width"].Value, CultureInfo.InvariantCulture);
        var rows = new int[int.Parse(shape.Groups["rows"].Value, CultureInfo.InvariantCulture)][];
        var data = bytes[(10 + headerLength)..];
        for (var row = 0; row < rows.Length; row++)
        {
            rows[row] = new int[width];
            for (var column = 0; column < width; column++)
                rows[row][column] = BinaryPrimitives.ReadInt32LittleEndian(data[(4 * ((row * width) + column))..]);
        }

        return rows;
    }

    [GeneratedRegex(@"'descr': '<i4', 'fortran_order': False, 'shape': \((?<rows>\d+), (?<width>\d+)\)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex MatrixHeader();
}
