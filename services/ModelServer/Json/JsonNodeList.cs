using System.Buffers;
using System.Runtime.CompilerServices;
using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Json;

/// <summary>The nodes of a tape while it is written; the array is rented and grows up to a limit.</summary>
internal struct JsonNodeList(int maxNodes) : IDisposable
{
    private const int FirstCapacity = 256;

    private JsonNode[] _nodes = [];

    // A rented array may be longer than the limit.
    private int _capacity;

    public int Count { get; private set; }

    public readonly ReadOnlySpan<JsonNode> Span => _nodes.AsSpan(0, Count);

    public readonly ref JsonNode this[int index] => ref _nodes[index];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(JsonNode node)
    {
        if (Count >= _capacity)
            Grow();
        _nodes[Count++] = node;
    }

    public void Dispose()
    {
        ArrayPool<JsonNode>.Shared.Return(_nodes);
        (_nodes, _capacity, Count) = ([], 0, 0);
    }

    private void Grow()
    {
        if (Count == maxNodes)
        {
            throw new SavedModelException(
                StatusCode.InvalidArgument, $"The JSON has more than {maxNodes} values (option MaxJsonNodes); send it in several requests.");
        }

        var larger = ArrayPool<JsonNode>.Shared.Rent((int)Math.Min(Math.Max(2L * Count, FirstCapacity), maxNodes));
        Span.CopyTo(larger);
        ArrayPool<JsonNode>.Shared.Return(_nodes);
        _nodes = larger;
        _capacity = Math.Min(larger.Length, maxNodes);
    }
}
