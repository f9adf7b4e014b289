using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>A variable of a model. It gets its value when the model is loaded and keeps it.</summary>
internal sealed class Variable(string name, DataType type, TensorShapeProto? shape)
{
    private Tensor? _value;

    public DataType Type { get; } = type;

    /// <summary>The value.</summary>
    /// <exception cref="SavedModelException">It has none: the checkpoint is missing, or does not hold it.</exception>
    public Tensor Read() => _value ?? throw new SavedModelException(
        StatusCode.FailedPrecondition,
        $"Variable '{name}' has no value. The version's folder 'variables' is missing or does not hold it; copy the version completely.");

    /// <summary>Sets the value.</summary>
    /// <exception cref="SavedModelException">It is of another type or shape than the variable.</exception>
    public void Assign(Tensor value)
    {
        if (value.Type != Type)
            throw new SavedModelException(StatusCode.InvalidArgument, $"Variable '{name}' is of type {Type.Name()}, but its value of type {value.Type.Name()}.");
        if (shape is { UnknownRank: false } && !Fits(shape, value.Shape))
        {
            throw new SavedModelException(
                StatusCode.InvalidArgument,
                $"Variable '{name}' has the shape [{string.Join(',', shape.Dim.Select(dim => dim.Size))}], but its value the shape {value.Shape}.");
        }

        _value = value;
    }

    private static bool Fits(TensorShapeProto declared, TensorShape shape)
    {
        if (declared.Dim.Count != shape.Rank)
            return false;
        for (var i = 0; i < shape.Rank; i++)
        {
            if (declared.Dim[i].Size >= 0 && declared.Dim[i].Size != shape[i])
                return false;
        }

        return true;
    }
}
