using System.Buffers;
using System.Globalization;
using System.Text.Json;
using Google.Protobuf;
using Google.Protobuf.Collections;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.ModelServer.Status;

/// <summary>
/// Writes a model's signatures as protobuf prints a <c>GetModelMetadataResponse</c>: 64-bit integers as strings, default values too.
/// </summary>
internal static class ModelMetadataWriter
{
    private static readonly JsonFormatter Formatter =
        new(JsonFormatter.Settings.Default.WithFormatDefaultValues(true).WithPreserveProtoFieldNames(true));

    public static void Write(string model, long version, IReadOnlyDictionary<string, SignatureDef> signatures, IBufferWriter<byte> target)
    {
        using var json = new Utf8JsonWriter(target, ProtobufJson.Layout);
        json.WriteStartObject();
        json.WriteStartObject("model_spec");
        json.WriteString("name", model);
        json.WriteString("signature_name", "");
        json.WriteString("version", version.ToString(CultureInfo.InvariantCulture));
        json.WriteEndObject();
        json.WriteStartObject("metadata");
        json.WriteStartObject("signature_def");
        json.WriteStartObject("signature_def");
        foreach (var (name, signature) in signatures.OrderBy(signature => signature.Key, StringComparer.Ordinal))
            WriteSignature(json, name, signature);
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSignature(Utf8JsonWriter json, string name, SignatureDef signature)
    {
        json.WriteStartObject(name);
        WriteTensors(json, "inputs", signature.Inputs);
        WriteTensors(json, "outputs", signature.Outputs);
        json.WriteString("method_name", signature.MethodName);
        json.WriteStartObject("defaults");
        foreach (var (input, value) in signature.Defaults.OrderBy(value => value.Key, StringComparer.Ordinal))
        {
            json.WritePropertyName(input);
            json.WriteRawValue(Formatter.Format(value));
        }

        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteTensors(Utf8JsonWriter json, string property, MapField<string, TensorInfo> tensors)
    {
        json.WriteStartObject(property);
        foreach (var (name, tensor) in tensors.OrderBy(tensor => tensor.Key, StringComparer.Ordinal))
            WriteTensor(json, name, tensor);
        json.WriteEndObject();
    }

    private static void WriteTensor(Utf8JsonWriter json, string name, TensorInfo tensor)
    {
        json.WriteStartObject(name);
        json.WriteString("dtype", tensor.Dtype.ProtoName());
        if (tensor.TensorShape is { } shape)
            WriteShape(json, shape);
        switch (tensor.EncodingCase)
        {
            case TensorInfo.EncodingOneofCase.Name:
                json.WriteString("name", tensor.Name);
                break;
            case TensorInfo.EncodingOneofCase.CooSparse:
                json.WritePropertyName("coo_sparse");
                json.WriteRawValue(Formatter.Format(tensor.CooSparse));
                break;
        }

        json.WriteEndObject();
    }

    private static void WriteShape(Utf8JsonWriter json, TensorShapeProto shape)
    {
        json.WriteStartObject("tensor_shape");
        json.WriteStartArray("dim");
        foreach (var dimension in shape.Dim)
        {
            json.WriteStartObject();
            json.WriteString("size", dimension.Size.ToString(CultureInfo.InvariantCulture));
            json.WriteString("name", dimension.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteBoolean("unknown_rank", shape.UnknownRank);
        json.WriteEndObject();
    }
}
