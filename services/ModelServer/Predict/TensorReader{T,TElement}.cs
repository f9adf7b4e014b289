using System.Buffers;
using System.Runtime.CompilerServices;
using LabelPlatform.ModelServer.Json;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.ModelServer.Predict;

/// <inheritdoc/>
/// <typeparam name="T">Type of the elements.</typeparam>
/// <typeparam name="TElement">How they are read.</typeparam>
internal sealed class TensorReader<T, TElement>(string name, DataType type, ElementBudget budget) : TensorReader(name, type)
    where TElement : struct, IElementType<T>
{
    private int[]? _dimensions;
    private int _rowLength;
    private T[] _values = [];
    private int _count;

    public override void ReadTensor(JsonTape tape, int index) => ReadFirst(tape, index, copies: 1);

    public override void ReadRow(JsonTape tape, int index, int rows)
    {
        if (_dimensions is null)
        {
            ReadFirst(tape, index, rows);
            _rowLength = _count;
        }
        else if (JsonShape.Is(tape, index, _dimensions))
        {
            Fill(tape, index, level: 0);
        }
        else
        {
            throw Mismatch(tape, index, _dimensions);
        }

        Rows++;
    }

    public override Tensor ToTensor()
    {
        int[] dimensions = Rows > 0 ? [Rows, .. _dimensions!] : _dimensions!;
        return new Tensor<T>(new TensorShape(dimensions), _values);
    }

    public override void Dispose()
    {
        if (_values.Length > 0)
            ArrayPool<T>.Shared.Return(_values, RuntimeHelpers.IsReferenceOrContainsReferences<T>());
        _values = [];
    }

    private void ReadFirst(JsonTape tape, int index, int copies)
    {
        _dimensions = JsonShape.Of(tape, index);
        var size = JsonShape.Size(_dimensions);
        // A shape is only what the first lists say; the tape has no fewer nodes than there can be elements.
        var capacity = size == 0 ? 0 : Math.Min(size > tape.Nodes.Length ? size : size * copies, tape.Nodes.Length);
        budget.Take(capacity);
        _values = ArrayPool<T>.Shared.Rent((int)capacity);
        Fill(tape, index, level: 0);
    }

    /// <summary>Adds a value and all that it holds.</summary>
    /// <returns>Index of the node after it.</returns>
    private int Fill(JsonTape tape, int index, int level)
    {
        var dimensions = _dimensions!;
        var node = tape.Nodes[index];
        if (node.Kind is not JsonKind.Array)
        {
            AddElement(tape, index, level);
            return tape.Next(index);
        }

        if (level >= dimensions.Length)
            throw Error($"Encountered list at unexpected level: {level} expected < {dimensions.Length}");
        if (node.Count != dimensions[level])
            throw Error($"Encountered list at unexpected size: {node.Count} at level: {level} expected size: {dimensions[level]}");

        index++;
        if (level == dimensions.Length - 1)
            index = FillInnermost(tape, index, node.End);
        while (index < node.End)
            index = Fill(tape, index, level + 1);
        return index;
    }

    /// <summary>Adds the elements of an innermost list as far as they are simple values.</summary>
    private int FillInnermost(JsonTape tape, int index, int end)
    {
        var nodes = tape.Nodes[index..end];
        var target = _values.AsSpan(_count);
        var count = 0;
        while (count < nodes.Length && nodes[count].Kind is not (JsonKind.Array or JsonKind.Object))
        {
            if (!TElement.TryRead(nodes[count], tape, index + count, out target[count]))
                throw TypeError(tape, index + count);
            count++;
        }

        _count += count;
        return index + count;
    }

    private void AddElement(JsonTape tape, int index, int level)
    {
        if (level != _dimensions!.Length)
        {
            throw Error($"JSON Value: {JsonText.Of(tape, index)} found at incorrect level: {level + 1} in the JSON DOM. "
                + $"Expected at level: {_dimensions.Length}");
        }

        if (!TElement.TryRead(tape.Nodes[index], tape, index, out _values[_count++]))
            throw TypeError(tape, index);
    }

    /// <summary>What is wrong with a row of another shape; a fault of its own comes first.</summary>
    private SavedModelException Mismatch(JsonTape tape, int index, int[] expected)
    {
        using var row = new TensorReader<T, TElement>(Name, Type, budget);
        row.ReadFirst(tape, index, copies: 1);
        return row._count != _rowLength
            ? Error($"Expecting tensor size: {_rowLength} but got: {row._count}")
            : Error($"Expecting shape {JsonShape.Text(expected)} but got: {JsonShape.Text(row._dimensions!)}");
    }

    private SavedModelException TypeError(JsonTape tape, int index) =>
        Error($"JSON Value: {JsonText.Of(tape, index)} Type: {tape.Nodes[index].TypeName} is not of expected type: {Type.Name()}");

    private static SavedModelException Error(string message) => new(StatusCode.InvalidArgument, message);
}
