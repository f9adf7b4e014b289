using LabelPlatform.ModelServer.Json;
using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Predict;

/// <inheritdoc/>
internal sealed class TensorWriter<T>(string name, Tensor<T> tensor, Action<PrettyJsonWriter, T> write) : TensorWriter(name, tensor.Shape)
{
    private int _position;

    public override void WriteNext(PrettyJsonWriter json, int dimension)
    {
        if (dimension >= Shape.Rank)
        {
            write(json, tensor.Values[_position++]);
            return;
        }

        json.StartArray();
        for (var i = 0; i < Shape[dimension]; i++)
            WriteNext(json, dimension + 1);
        json.EndArray();
    }
}
