namespace LabelPlatform.LabelGraph.Snapshots;

/// <summary>One label of a snapshot with its neighbours. Every list is sorted (ordinal), but the ancestors: those are nearest first.</summary>
public sealed class LabelEntry
{
    internal LabelEntry(string title, string[] parents, string[] children, string[] ancestors, string[] words)
    {
        Title = title;
        Parents = parents;
        Children = children;
        Ancestors = ancestors;
        Words = words;
    }

    /// <summary>Its title.</summary>
    public string Title { get; }

    /// <summary>Titles of its parents; none for a root.</summary>
    public IReadOnlyList<string> Parents { get; }

    /// <summary>Titles of its children.</summary>
    public IReadOnlyList<string> Children { get; }

    /// <summary>Its ancestors over one to three levels, nearest first, each once, without the configured roots.</summary>
    public IReadOnlyList<string> Ancestors { get; }

    /// <summary>The vocabulary words related to it.</summary>
    public IReadOnlyList<string> Words { get; }

    internal LabelEntry With(string[] words) => new(Title, (string[])Parents, (string[])Children, (string[])Ancestors, words);
}
