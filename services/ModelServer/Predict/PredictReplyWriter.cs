using System.Buffers;
using LabelPlatform.ModelServer.Json;
using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Predict;

/// <summary>Writes what a model answered, in TensorFlow Serving's layout; several outputs are sorted by name.</summary>
internal static class PredictReplyWriter
{
    /// <exception cref="SavedModelException">InvalidArgument: the outputs cannot be written so. What has been written by then is of no use.</exception>
    public static void Write(IReadOnlyDictionary<string, Tensor> outputs, PredictFormat format, IBufferWriter<byte> target)
    {
        if (outputs.Count == 0)
            throw Error("Cannot convert empty tensor map to JSON");

        var writer = new PrettyJsonWriter(target);
        var tensors = outputs
            .OrderBy(output => output.Key, StringComparer.Ordinal)
            .Select(output => TensorWriter.Create(output.Key, output.Value))
            .ToArray();
        writer.StartObject();
        if (format is PredictFormat.Row)
            WriteRows(tensors, writer);
        else
            WriteColumns(tensors, writer);
        writer.EndObject();
    }

    private static void WriteRows(TensorWriter[] tensors, PrettyJsonWriter writer)
    {
        var rows = CountRows(tensors);
        writer.String("predictions"u8);
        writer.StartArray();
        for (var row = 0; row < rows; row++)
        {
            if (tensors.Length > 1)
                writer.StartObject();
            writer.SingleLineArrays = true;
            WriteValues(tensors, writer, firstDimension: 1);
            writer.SingleLineArrays = false;
            if (tensors.Length > 1)
                writer.EndObject();
        }

        writer.EndArray();
    }

    private static void WriteColumns(TensorWriter[] tensors, PrettyJsonWriter writer)
    {
        writer.String("outputs"u8);
        if (tensors.Length > 1)
            writer.StartObject();
        WriteValues(tensors, writer, firstDimension: 0);
        if (tensors.Length > 1)
            writer.EndObject();
    }

    private static void WriteValues(TensorWriter[] tensors, PrettyJsonWriter writer, int firstDimension)
    {
        foreach (var tensor in tensors)
        {
            if (tensors.Length > 1)
                writer.String(tensor.Utf8Name);
            tensor.WriteNext(writer, firstDimension);
        }
    }

    private static int CountRows(TensorWriter[] tensors)
    {
        var rows = -1;
        foreach (var tensor in tensors)
        {
            if (tensor.Shape.Rank == 0)
                throw Error($"Tensor name: {tensor.Name} has no shape information ");
            if (rows >= 0 && tensor.Shape[0] != rows)
                throw Error($"Tensor name: {tensor.Name} has inconsistent batch size: {tensor.Shape[0]} expecting: {rows}");
            rows = tensor.Shape[0];
        }

        return rows;
    }

    private static SavedModelException Error(string message) => new(StatusCode.InvalidArgument, message);
}
