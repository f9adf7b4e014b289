using LabelPlatform.ModelServer.Json;
using LabelPlatform.ModelServer.Status;
using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Predict;

/// <summary>Reads <c>instances</c>, the row form: a list of the one input's values, or of objects with each input's.</summary>
internal static class InstancesReader
{
    /// <exception cref="SavedModelException">InvalidArgument: an element does not fit, or not to the others.</exception>
    public static void Read(JsonTape tape, int instances, TensorReader[] readers)
    {
        var list = tape.Nodes[instances];
        var objects = IsObject(tape, instances + 1);
        if (!objects && readers.Length > 1)
        {
            throw Error("instances is a plain list, but expecting list of objects as multiple input tensors required as per tensorinfo_map");
        }

        var row = 0;
        for (var element = instances + 1; element < list.End; element = tape.Next(element), row++)
        {
            if (IsObject(tape, element) != objects)
            {
                throw Error(objects
                    ? $"Expecting object but got list at item {row} of input list"
                    : $"Expecting value/list but got object at item {row} of input list");
            }

            if (objects)
                ReadObject(tape, element, row, list.Count, readers);
            else
                ReadValue(tape, element, row, list.Count, readers[0]);
        }
    }

    private static void ReadValue(JsonTape tape, int element, int row, int rows, TensorReader reader)
    {
        try
        {
            reader.ReadRow(tape, element, rows);
        }
        catch (SavedModelException exception)
        {
            throw Error($"Failed to process element: {row} of 'instances' list. Error: {StatusText.Of(exception)}", exception);
        }
    }

    private static void ReadObject(JsonTape tape, int element, int row, int rows, TensorReader[] readers)
    {
        var end = tape.Nodes[element].End;
        for (var name = element + 1; name < end; name = tape.Next(name + 1))
        {
            try
            {
                var reader = Find(readers, tape, name)
                    ?? throw Error($"JSON object: does not have named input: {tape.Text(name)}");
                // Of members of one name the first counts.
                if (reader.Rows == row)
                    reader.ReadRow(tape, name + 1, rows);
            }
            catch (SavedModelException exception)
            {
                throw Error(
                    $"Failed to process element: {row} key: {tape.Text(name)} of 'instances' list. Error: {StatusText.Of(exception)}", exception);
            }
        }

        if (Array.Exists(readers, reader => reader.Rows == row))
        {
            throw Error($"Failed to process element: {row} of 'instances' list. JSON object: {JsonText.Of(tape, element)} "
                + $"keys must be equal to: {string.Join(',', readers.Select(reader => reader.Name))}");
        }
    }

    private static TensorReader? Find(TensorReader[] readers, JsonTape tape, int name)
    {
        foreach (var reader in readers)
        {
            if (tape.TextEquals(name, reader.Utf8Name))
                return reader;
        }

        return null;
    }

    private static bool IsObject(JsonTape tape, int index) => tape.Nodes[index].Kind is JsonKind.Object && !Base64Object.Is(tape, index);

    private static SavedModelException Error(string message, Exception? inner = null) => new(StatusCode.InvalidArgument, message, inner);
}
