using System.Text;
using LabelPlatform.ModelServer.Json;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.ModelServer.Predict;

/// <summary>Reads one input of a request. Its buffer is rented, so the tensor is only valid until this is disposed.</summary>
internal abstract class TensorReader(string name, DataType type) : IDisposable
{
    public string Name { get; } = name;

    public byte[] Utf8Name { get; } = Encoding.UTF8.GetBytes(name);

    public DataType Type { get; } = type;

    /// <summary>Number of rows read so far.</summary>
    public int Rows { get; protected set; }

    public static TensorReader Create(string name, DataType type, ElementBudget budget) => type switch
    {
        DataType.DtFloat => new TensorReader<float, ElementTypes.Single>(name, type, budget),
        DataType.DtDouble => new TensorReader<double, ElementTypes.Double>(name, type, budget),
        DataType.DtInt32 => new TensorReader<int, ElementTypes.Narrow<int>>(name, type, budget),
        DataType.DtInt16 => new TensorReader<short, ElementTypes.Narrow<short>>(name, type, budget),
        DataType.DtInt8 => new TensorReader<sbyte, ElementTypes.Narrow<sbyte>>(name, type, budget),
        DataType.DtUint8 => new TensorReader<byte, ElementTypes.Narrow<byte>>(name, type, budget),
        DataType.DtInt64 => new TensorReader<long, ElementTypes.Int64>(name, type, budget),
        DataType.DtUint32 => new TensorReader<uint, ElementTypes.UInt32>(name, type, budget),
        DataType.DtUint64 => new TensorReader<ulong, ElementTypes.UInt64>(name, type, budget),
        DataType.DtBool => new TensorReader<bool, ElementTypes.Boolean>(name, type, budget),
        DataType.DtString => new TensorReader<Google.Protobuf.ByteString, ElementTypes.Bytes>(name, type, budget),
        _ => new UnsupportedTensorReader(name, type),
    };

    /// <summary>Reads the whole tensor.</summary>
    /// <exception cref="SavedModelException">The value does not fit the type or is no rectangle.</exception>
    public abstract void ReadTensor(JsonTape tape, int index);

    /// <summary>Reads one of the rows, which must all have one shape.</summary>
    /// <exception cref="SavedModelException">The value does not fit the type, is no rectangle, or has another shape.</exception>
    public abstract void ReadRow(JsonTape tape, int index, int rows);

    /// <summary>What was read.</summary>
    public abstract Tensor ToTensor();

    public abstract void Dispose();
}
