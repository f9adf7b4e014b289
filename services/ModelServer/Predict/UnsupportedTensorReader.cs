using LabelPlatform.ModelServer.Json;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.ModelServer.Predict;

/// <summary>Stands for an input of a type that JSON cannot be made into, and says so.</summary>
internal sealed class UnsupportedTensorReader(string name, DataType type) : TensorReader(name, type)
{
    public override void ReadTensor(JsonTape tape, int index)
    {
        while (tape.Nodes[index] is { Kind: JsonKind.Array, Count: > 0 })
            index++;
        throw new SavedModelException(StatusCode.Unimplemented, $"Conversion of JSON Value: {JsonText.Of(tape, index)} to type: {Type.Name()}");
    }

    public override void ReadRow(JsonTape tape, int index, int rows) => ReadTensor(tape, index);

    public override Tensor ToTensor() => throw new InvalidOperationException("Nothing can be read.");

    public override void Dispose()
    {
    }
}
