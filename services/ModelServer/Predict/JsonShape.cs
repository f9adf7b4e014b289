using LabelPlatform.ModelServer.Json;
using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Predict;

/// <summary>
/// The dimensions of a value: the lengths of the first lists of each level. Whether the other lists are as long is not its business.
/// </summary>
internal static class JsonShape
{
    // TensorFlow's limit.
    private const int MaxRank = 254;

    /// <exception cref="SavedModelException">InvalidArgument: there are more than 254 dimensions.</exception>
    public static int[] Of(JsonTape tape, int index)
    {
        var rank = 0;
        while (tape.Nodes[index + rank] is { Kind: JsonKind.Array } list)
        {
            rank++;
            if (rank > MaxRank)
                throw new SavedModelException(StatusCode.InvalidArgument, $"Lists are nested more than {MaxRank} deep, which no tensor is.");
            if (list.Count == 0)
                break;
        }

        var dimensions = new int[rank];
        for (var level = 0; level < rank; level++)
            dimensions[level] = tape.Nodes[index + level].Count;
        return dimensions;
    }

    public static bool Is(JsonTape tape, int index, ReadOnlySpan<int> dimensions)
    {
        var nodes = tape.Nodes;
        foreach (var dimension in dimensions)
        {
            if (nodes[index] is not { Kind: JsonKind.Array } list || list.Count != dimension)
                return false;
            if (dimension == 0)
                return true;
            index++;
        }

        return nodes[index].Kind is not JsonKind.Array;
    }

    /// <summary>Number of elements, or <see cref="long.MaxValue"/> when it is larger.</summary>
    public static long Size(ReadOnlySpan<int> dimensions)
    {
        var size = 1L;
        foreach (var dimension in dimensions)
        {
            if (dimension == 0)
                return 0;
            size = size > long.MaxValue / dimension ? long.MaxValue : size * dimension;
        }

        return size;
    }

    /// <summary>As TensorFlow Serving writes it: <c>[2,3]</c>.</summary>
    public static string Text(int[] dimensions) => $"[{string.Join(',', dimensions)}]";
}
