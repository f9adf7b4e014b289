using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.Trainer.Evaluation;

/// <summary>The signature that model servers run: ids in, one probability a row out. The names of its input and output do not matter, as over REST.</summary>
internal sealed class ProbabilitySignature
{
    private readonly SavedModel _model;
    private readonly string _input;
    private readonly DataType _type;
    private readonly string _output;

    /// <exception cref="InvalidDataException">The model has no such signature.</exception>
    public ProbabilitySignature(SavedModel model)
    {
        if (!model.Signatures.TryGetValue(SavedModel.DefaultSignature, out var signature))
            throw new InvalidDataException($"it has no signature '{SavedModel.DefaultSignature}'");
        if (signature.Inputs.Count != 1 || signature.Outputs.Count != 1)
        {
            throw new InvalidDataException(
                $"its signature '{SavedModel.DefaultSignature}' has {signature.Inputs.Count} inputs and {signature.Outputs.Count} outputs, not one of each");
        }

        var input = signature.Inputs.Single();
        (_model, _input, _type, _output) = (model, input.Key, input.Value.Dtype, signature.Outputs.Single().Key);
        if (_type is not (DataType.DtInt32 or DataType.DtInt64 or DataType.DtFloat))
            throw new InvalidDataException($"its input '{_input}' is {_type}; ids are int32 (or int64, or float)");
    }

    /// <returns>The probability of each row.</returns>
    /// <exception cref="InvalidDataException">It answers with something else.</exception>
    /// <exception cref="SavedModelException">It cannot be run on the rows.</exception>
    public ReadOnlySpan<float> Run(Tensor<int> rows, CancellationToken cancellation)
    {
        var answer = _model.Run(SavedModel.DefaultSignature, new Dictionary<string, Tensor> { [_input] = Convert(rows) }, cancellation)[_output];
        if (answer is not Tensor<float> probabilities || answer.Shape != new TensorShape(rows.Shape[0], 1))
            throw new InvalidDataException($"it answers {rows.Shape[0]} rows with {answer.Type} {answer.Shape}, not with a float of [{rows.Shape[0]},1]");
        foreach (var probability in probabilities.Values)
        {
            if (probability is not (>= 0 and <= 1))
                throw new InvalidDataException(FormattableString.Invariant($"it answers {probability}, which is not a probability"));
        }

        return probabilities.Values;
    }

    private Tensor Convert(Tensor<int> rows) => _type switch
    {
        DataType.DtInt64 => new Tensor<long>(rows.Shape, Array.ConvertAll(rows.Values.ToArray(), id => (long)id)),
        DataType.DtFloat => new Tensor<float>(rows.Shape, Array.ConvertAll(rows.Values.ToArray(), id => (float)id)),
        _ => rows,
    };
}
