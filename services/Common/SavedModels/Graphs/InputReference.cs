using System.Globalization;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>
/// What a node's input names: <c>node</c>, <c>node:1</c>, <c>^node</c> (run before, but no value), and within functions <c>argument</c> or
/// <c>node:output_name:0</c>.
/// </summary>
/// <param name="Node">Name of the node or argument.</param>
/// <param name="OutputName">Name of the output, or null.</param>
/// <param name="Index">Number of the output, or of the value within the named one.</param>
/// <param name="IsControl">Whether it only says what is run before.</param>
internal readonly record struct InputReference(string Node, string? OutputName, int Index, bool IsControl)
{
    public static InputReference Parse(string text)
    {
        if (text.StartsWith('^'))
            return new InputReference(text[1..], null, 0, IsControl: true);
        var parts = text.Split(':');
        return parts switch
        {
            [var node] => new InputReference(node, null, 0, false),
            [var node, var index] when TryParse(index, out var number) => new InputReference(node, null, number, false),
            [var node, var output, var index] when TryParse(index, out var number) => new InputReference(node, output, number, false),
            _ => throw new SavedModelException(StatusCode.InvalidArgument, $"'{text}' is no reference to an output of a node."),
        };
    }

    private static bool TryParse(string text, out int number) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out number);
}
