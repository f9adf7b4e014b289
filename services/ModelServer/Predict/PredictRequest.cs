using Google.Protobuf.Collections;
using LabelPlatform.ModelServer.Json;
using LabelPlatform.ModelServer.Rest;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.ModelServer.Predict;

/// <summary>
/// A request to predict. What can be said without the model is checked when it is read, the rest when its inputs are, in the order of
/// TensorFlow Serving.
/// </summary>
internal sealed class PredictRequest : IDisposable
{
    private readonly JsonTape _tape;

    private PredictRequest(JsonTape tape, string signatureName) => (_tape, SignatureName) = (tape, signatureName);

    /// <summary>The signature asked for, empty when none is named.</summary>
    public string SignatureName { get; }

    /// <summary>Reads a body, which the request refers to.</summary>
    /// <exception cref="SavedModelException">InvalidArgument: it is no JSON object, or the name of the signature is no string.</exception>
    public static PredictRequest Read(ReadOnlyMemory<byte> body, RestOptions options)
    {
        var tape = JsonTape.Parse(body, options.MaxJsonNodes);
        try
        {
            if (tape.Nodes[0].Kind is not JsonKind.Object)
                throw FormatError(tape, "Is not object");
            var name = tape.FindMember(0, "signature_name"u8);
            if (name >= 0 && !tape.Nodes[name].IsString)
                throw FormatError(tape, "not formatted correctly. 'signature_name' key must be a string value.");
            return new PredictRequest(tape, name >= 0 ? tape.Text(name) : "");
        }
        catch
        {
            tape.Dispose();
            throw;
        }
    }

    /// <summary>Reads the inputs that a signature has.</summary>
    /// <exception cref="SavedModelException">They do not fit.</exception>
    public PredictInputs ReadInputs(MapField<string, TensorInfo> signatureInputs, RestOptions options)
    {
        if (signatureInputs.Count == 0)
            throw Error($"Failed to get input map for signature: {(SignatureName.Length == 0 ? "DEFAULT" : SignatureName)}");

        var instances = _tape.FindMember(0, "instances"u8);
        var inputs = _tape.FindMember(0, "inputs"u8);
        if (instances < 0 && inputs < 0)
            throw Error("Missing 'inputs' or 'instances' key");
        if (instances >= 0 && inputs >= 0)
            throw FormatError(_tape, "Not formatted correctly expecting only one of 'inputs' or 'instances' keys to exist ");

        var budget = new ElementBudget(options.MaxElements);
        var readers = signatureInputs
            .OrderBy(input => input.Key, StringComparer.Ordinal)
            .Select(input => TensorReader.Create(input.Key, input.Value.Dtype, budget))
            .ToArray();
        var read = new PredictInputs(instances >= 0 ? PredictFormat.Row : PredictFormat.Columnar, readers);
        try
        {
            if (instances >= 0)
                ReadInstances(instances, readers, options.MaxRows);
            else
                InputsReader.Read(_tape, inputs, readers);
            return read;
        }
        catch
        {
            read.Dispose();
            throw;
        }
    }

    public void Dispose() => _tape.Dispose();

    private void ReadInstances(int instances, TensorReader[] readers, int maxRows)
    {
        var list = _tape.Nodes[instances];
        if (list.Kind is not JsonKind.Array)
            throw FormatError(_tape, "Expecting 'instances' to be an list/array");
        if (list.Count == 0)
            throw FormatError(_tape, "No values in 'instances' array");
        if (list.Count > maxRows)
            throw Error($"'instances' has {list.Count} elements, more than the {maxRows} that are taken at once (option MaxRows).");
        InstancesReader.Read(_tape, instances, readers);
    }

    private static SavedModelException FormatError(JsonTape tape, string message) => Error($"JSON Value: {JsonText.Of(tape, 0)} {message}");

    private static SavedModelException Error(string message) => new(StatusCode.InvalidArgument, message);
}
