using System.Text;
using Google.Protobuf;
using LabelPlatform.ModelServer.Json;
using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Predict;

/// <summary>Writes the elements of one output, in order.</summary>
internal abstract class TensorWriter(string name, TensorShape shape)
{
    public string Name { get; } = name;

    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    public TensorShape Shape { get; } = shape;

    /// <exception cref="SavedModelException">InvalidArgument: JSON has no such values.</exception>
    public static TensorWriter Create(string name, Tensor tensor) => tensor switch
    {
        Tensor<float> of => new TensorWriter<float>(name, of, static (json, value) => json.Number(value)),
        Tensor<double> of => new TensorWriter<double>(name, of, static (json, value) => json.Number(value)),
        Tensor<int> of => new TensorWriter<int>(name, of, static (json, value) => json.Number((long)value)),
        Tensor<short> of => new TensorWriter<short>(name, of, static (json, value) => json.Number((long)value)),
        Tensor<sbyte> of => new TensorWriter<sbyte>(name, of, static (json, value) => json.Number((long)value)),
        Tensor<byte> of => new TensorWriter<byte>(name, of, static (json, value) => json.Number((long)value)),
        Tensor<long> of => new TensorWriter<long>(name, of, static (json, value) => json.Number(value)),
        Tensor<uint> of => new TensorWriter<uint>(name, of, static (json, value) => json.Number((long)value)),
        Tensor<ulong> of => new TensorWriter<ulong>(name, of, static (json, value) => json.Number(value)),
        Tensor<bool> of => new TensorWriter<bool>(name, of, static (json, value) => json.Boolean(value)),
        Tensor<ByteString> of => new TensorWriter<ByteString>(name, of, name.EndsWith("_bytes", StringComparison.Ordinal) ? WriteBytes : WriteText),
        _ => throw new SavedModelException(StatusCode.InvalidArgument, $"Failed to write JSON value for tensor type: {tensor.Type.Name()}"),
    };

    /// <summary>Writes the next value that spans the dimensions from the given one on; an element when there are none.</summary>
    public abstract void WriteNext(PrettyJsonWriter json, int dimension);

    private static void WriteText(PrettyJsonWriter json, ByteString value) => json.String(value.Span);

    private static void WriteBytes(PrettyJsonWriter json, ByteString value)
    {
        json.StartObject();
        json.String(Base64Object.Key);
        json.Base64String(value.Span);
        json.EndObject();
    }
}
