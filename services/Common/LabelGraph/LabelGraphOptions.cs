using System.ComponentModel.DataAnnotations;
using LabelPlatform.LabelGraph.Stores;

namespace LabelPlatform.LabelGraph;

/// <summary>The label graph of a process. Section <c>LabelGraph</c>.</summary>
public sealed class LabelGraphOptions
{
    /// <summary>Name of the configuration section.</summary>
    public const string Section = "LabelGraph";

    /// <summary>Where the graph is kept.</summary>
    public LabelGraphStoreKind Store { get; set; } = LabelGraphStoreKind.Embedded;

    /// <summary>The embedded store's file.</summary>
    [Required]
    public string Path { get; set; } = System.IO.Path.Combine("data", "label-graph.db");

    /// <summary>
    /// Titles of the labels that are nobody's ancestor in an answer; <c>泛娱乐</c> when nothing is configured, none for an empty list.
    /// </summary>
    // No initialiser: the configuration binder would add to it instead of replacing it.
    public string[]? Roots { get; set; }

    /// <summary>Seconds between two looks at the store's version.</summary>
    [Range(0.1, 3600)]
    public double VersionCheckSeconds { get; set; } = 5;

    internal IEnumerable<string> RootTitles => Roots ?? ["泛娱乐"];
}
