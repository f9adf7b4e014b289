using System.Text.Json;
using Google.Protobuf;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;
using Shouldly;

namespace LabelPlatform.Tests.ModelServer;

/// <summary>The tensors of a case: <c>{"dtype": "DT_FLOAT", "shape": [2], "values": [1, "nan"]}</c>.</summary>
internal static class CaseTensors
{
    public static DataType Type(JsonElement tensor) =>
        (DataType)TensorReflection.Descriptor.FindTypeByName<Google.Protobuf.Reflection.EnumDescriptor>("DataType")
            .FindValueByName(tensor.GetProperty("dtype").GetString()).Number;

    public static Tensor Read(JsonElement tensor)
    {
        var shape = Shape(tensor);
        return Type(tensor) switch
        {
            DataType.DtFloat => Of(tensor, shape, value => (float)Real(value)),
            DataType.DtDouble => Of(tensor, shape, Real),
            DataType.DtHalf => Of(tensor, shape, value => (Half)Real(value)),
            DataType.DtInt32 => Of(tensor, shape, value => value.GetInt32()),
            DataType.DtInt64 => Of(tensor, shape, value => value.GetInt64()),
            DataType.DtUint32 => Of(tensor, shape, value => value.GetUInt32()),
            DataType.DtBool => Of(tensor, shape, value => value.GetBoolean()),
            DataType.DtString => Of(tensor, shape, value => ByteString.CopyFromUtf8(value.GetString())),
            var type => throw new NotSupportedException($"No case has had {type} yet."),
        };
    }

    public static void ShouldBe(this Tensor actual, JsonElement expected)
    {
        actual.Type.ShouldBe(Type(expected));
        actual.Shape.ShouldBe(Shape(expected));
        switch (actual, Read(expected))
        {
            case (Tensor<float> values, Tensor<float> others):
                // By bits: a zero has a sign.
                values.Values.ToArray().Select(BitConverter.SingleToInt32Bits).ShouldBe(others.Values.ToArray().Select(BitConverter.SingleToInt32Bits));
                break;
            case (Tensor<double> values, Tensor<double> others):
                values.Values.ToArray().Select(BitConverter.DoubleToInt64Bits).ShouldBe(others.Values.ToArray().Select(BitConverter.DoubleToInt64Bits));
                break;
            case (Tensor<int> values, Tensor<int> others):
                values.Values.ToArray().ShouldBe(others.Values.ToArray());
                break;
            case (Tensor<long> values, Tensor<long> others):
                values.Values.ToArray().ShouldBe(others.Values.ToArray());
                break;
            case (Tensor<uint> values, Tensor<uint> others):
                values.Values.ToArray().ShouldBe(others.Values.ToArray());
                break;
            case (Tensor<bool> values, Tensor<bool> others):
                values.Values.ToArray().ShouldBe(others.Values.ToArray());
                break;
            case (Tensor<ByteString> values, Tensor<ByteString> others):
                values.Values.ToArray().ShouldBe(others.Values.ToArray());
                break;
            default:
                throw new NotSupportedException($"No case has had {actual.Type} yet.");
        }
    }

    private static TensorShape Shape(JsonElement tensor) =>
        new([.. tensor.GetProperty("shape").EnumerateArray().Select(dimension => dimension.GetInt32())]);

    private static Tensor<T> Of<T>(JsonElement tensor, TensorShape shape, Func<JsonElement, T> read) =>
        new(shape, [.. tensor.GetProperty("values").EnumerateArray().Select(read)]);

    private static double Real(JsonElement value) => value.ValueKind is JsonValueKind.Number
        ? value.GetDouble()
        : value.GetString() switch
        {
            "nan" => double.NaN,
            "inf" => double.PositiveInfinity,
            "-inf" => double.NegativeInfinity,
            var text => throw new FormatException($"{text} is no number."),
        };
}
