using LabelPlatform.ModelServer.Json;
using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Predict;

/// <summary>Reads <c>inputs</c>, the columnar form: the one input's tensor, or an object with each input's.</summary>
internal static class InputsReader
{
    /// <exception cref="SavedModelException">An input is missing or does not fit.</exception>
    public static void Read(JsonTape tape, int inputs, TensorReader[] readers)
    {
        if (tape.Nodes[inputs].Kind is not JsonKind.Object || Base64Object.Is(tape, inputs))
        {
            if (readers is not [var only])
            {
                throw Error("inputs is a plain value/list, but expecting an object as multiple input tensors required as per tensorinfo_map");
            }

            only.ReadTensor(tape, inputs);
            return;
        }

        foreach (var reader in readers)
        {
            var value = tape.FindMember(inputs, reader.Utf8Name);
            if (value < 0)
                throw Error($"Missing named input: {reader.Name} in 'inputs' object.");
            reader.ReadTensor(tape, value);
        }
    }

    private static SavedModelException Error(string message) => new(StatusCode.InvalidArgument, message);
}
