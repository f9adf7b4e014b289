namespace LabelPlatform.TextClassification.Linear;

/// <summary>
/// Turns a text into the input of every <c>linear</c> model that shares a table: the set of ids of its known features. Immutable and
/// thread-safe; a call allocates nothing (but a list of words, once a thread).
/// </summary>
/// <param name="table">The shared table.</param>
public sealed class LinearFeatures(FeatureTable table)
{
    /// <summary>No text has more ids than this.</summary>
    public const int MaxIds = LinearText.MaxOccurrences;

    /// <summary>The table.</summary>
    public FeatureTable Table => table;

    /// <summary>Finds the features of a text.</summary>
    /// <param name="text">Any text; only its first 200 code points count.</param>
    /// <param name="ids">Receives the ids, ascending, each once; room for <see cref="MaxIds"/>.</param>
    /// <returns>How many there are.</returns>
    public int Extract(ReadOnlySpan<char> text, Span<int> ids)
    {
        var collector = new Collector(table, ids[..MaxIds]);
        LinearText.Visit(text, ref collector);
        return collector.ToSet();
    }

    private ref struct Collector(FeatureTable table, Span<int> ids) : IFeatureVisitor
    {
        private readonly Span<int> _ids = ids;
        private int _count;

        public void Visit(FeatureKind kind, scoped ReadOnlySpan<char> feature)
        {
            var id = table.Find(kind, feature);
            _ids[_count] = id;
            _count += id == 0 ? 0 : 1;
        }

        public readonly int ToSet()
        {
            _ids[.._count].Sort();
            var distinct = 0;
            for (var i = 0; i < _count; i++)
            {
                if (i == 0 || _ids[i] != _ids[i - 1])
                    _ids[distinct++] = _ids[i];
            }

            return distinct;
        }
    }
}
