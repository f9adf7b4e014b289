using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;
using Shouldly;

namespace LabelPlatform.Testing;

/// <summary>Tensors from nested lists of numbers in JSON; null is NaN.</summary>
internal static class JsonTensors
{
    /// <summary>A tensor of a type, whose shape is that of the lists.</summary>
    public static Tensor Read(JsonElement json, DataType type) => Read(json, type, Shape(json));

    /// <summary>The shape of nested lists.</summary>
    public static TensorShape Shape(JsonElement json)
    {
        var dimensions = new List<int>();
        for (var inner = json; inner.ValueKind == JsonValueKind.Array; inner = inner[0])
        {
            dimensions.Add(inner.GetArrayLength());
            if (inner.GetArrayLength() == 0)
                break;
        }

        return new TensorShape([.. dimensions]);
    }

    /// <summary>A tensor of a type and shape.</summary>
    public static Tensor Read(JsonElement json, DataType type, TensorShape shape)
    {
        var values = Values(json);
        return type switch
        {
            DataType.DtFloat => new Tensor<float>(shape, [.. values.Select(value => (float)value)]),
            DataType.DtDouble => new Tensor<double>(shape, [.. values]),
            DataType.DtInt32 => new Tensor<int>(shape, [.. values.Select(value => checked((int)value))]),
            DataType.DtInt64 => new Tensor<long>(shape, [.. values.Select(value => checked((long)value))]),
            _ => throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type of the reference data."),
        };
    }

    /// <summary>The numbers of a tensor.</summary>
    public static IReadOnlyList<double> Values(Tensor tensor) => tensor switch
    {
        Tensor<float> floats => [.. floats.Values.ToArray().Select(value => (double)value)],
        Tensor<double> doubles => [.. doubles.Values],
        Tensor<int> ints => [.. ints.Values.ToArray().Select(value => (double)value)],
        Tensor<long> longs => [.. longs.Values.ToArray().Select(value => (double)value)],
        Tensor<bool> bools => [.. bools.Values.ToArray().Select(value => value ? 1.0 : 0.0)],
        _ => throw new ArgumentOutOfRangeException(nameof(tensor), tensor.Type, "Not a type of the reference data."),
    };

    /// <summary>Checks that numbers are as expected, up to a difference, which may be larger for numbers above 1; NaN is only as NaN.</summary>
    public static void ShouldBeWithin(this IReadOnlyList<double> actual, double tolerance, IReadOnlyList<double> expected)
    {
        actual.Count.ShouldBe(expected.Count);
        for (var i = 0; i < expected.Count; i++)
        {
            if (!actual[i].Equals(expected[i]))
                Math.Abs(actual[i] - expected[i]).ShouldBeLessThanOrEqualTo(tolerance * Math.Max(1, Math.Abs(expected[i])), $"number {i} of {expected.Count}: {actual[i]} where {expected[i]} is expected");
        }
    }

    /// <summary>The nested lists of a tensor.</summary>
    public static JsonNode ToJson(Tensor tensor)
    {
        var values = new Queue<double>(Values(tensor));
        return ToJson(tensor.Shape.Dimensions, () => tensor.Type switch
        {
            DataType.DtBool => JsonValue.Create(values.Dequeue() != 0),
            DataType.DtFloat or DataType.DtDouble => JsonValue.Create(values.Dequeue()),
            _ => JsonValue.Create((long)values.Dequeue()),
        });
    }

    private static JsonNode ToJson(ReadOnlySpan<int> shape, Func<JsonNode> next)
    {
        if (shape.IsEmpty)
            return next();
        var list = new JsonArray();
        for (var i = 0; i < shape[0]; i++)
            list.Add(ToJson(shape[1..], next));
        return list;
    }

    /// <summary>The numbers of nested lists, row by row.</summary>
    public static IReadOnlyList<double> Values(JsonElement json) => json.ValueKind switch
    {
        JsonValueKind.Array => [.. json.EnumerateArray().SelectMany(Values)],
        JsonValueKind.Null => [double.NaN],
        JsonValueKind.True => [1],
        JsonValueKind.False => [0],
        JsonValueKind.String => [double.Parse(json.GetString()!, CultureInfo.InvariantCulture)],
        _ => [json.GetDouble()],
    };
}
