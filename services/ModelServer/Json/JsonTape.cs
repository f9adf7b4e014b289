using System.Text;

namespace LabelPlatform.ModelServer.Json;

/// <summary>A JSON text, read once into a flat list of nodes in the order of the text; the root is node 0.</summary>
internal sealed class JsonTape : IDisposable
{
    private readonly ReadOnlyMemory<byte> _text;
    private JsonNodeList _nodes;

    private JsonTape(ReadOnlyMemory<byte> text, JsonNodeList nodes) => (_text, _nodes) = (text, nodes);

    public ReadOnlySpan<JsonNode> Nodes => _nodes.Span;

    /// <summary>Reads a text; the tape refers to it and is only valid as long as the text is.</summary>
    /// <param name="text">UTF-8; what follows the root is ignored.</param>
    /// <param name="maxNodes">Values and names at most.</param>
    /// <exception cref="SavedModels.SavedModelException">InvalidArgument: it is no JSON, in RapidJSON's words, or has too many values.</exception>
    public static JsonTape Parse(ReadOnlyMemory<byte> text, int maxNodes)
    {
        var nodes = new JsonNodeList(maxNodes);
        try
        {
            new JsonParser(text.Span, ref nodes).Parse();
        }
        catch
        {
            nodes.Dispose();
            throw;
        }

        return new JsonTape(text, nodes);
    }

    /// <summary>Index of the node after a value and all that it holds.</summary>
    public int Next(int index) => Nodes[index] is { Kind: JsonKind.Array or JsonKind.Object } container ? container.End : index + 1;

    /// <summary>Index of the value of an object's member, or -1. Of members of one name it is the first.</summary>
    public int FindMember(int @object, ReadOnlySpan<byte> name)
    {
        var end = Nodes[@object].End;
        for (var index = @object + 1; index < end; index = Next(index + 1))
        {
            if (TextEquals(index, name))
                return index + 1;
        }

        return -1;
    }

    /// <summary>Whether a string is this one.</summary>
    public bool TextEquals(int index, ReadOnlySpan<byte> expected) => Utf8(index).SequenceEqual(expected);

    /// <summary>The characters of a string in UTF-8. Only what has escapes is copied.</summary>
    public ReadOnlySpan<byte> Utf8(int index)
    {
        var node = Nodes[index];
        var text = _text.Span.Slice(node.TextStart, node.TextLength);
        return node.Kind is JsonKind.EscapedString ? JsonEscapes.Remove(text) : text;
    }

    /// <summary>The characters of a string.</summary>
    public string Text(int index) => Encoding.UTF8.GetString(Utf8(index));

    public void Dispose() => _nodes.Dispose();
}
