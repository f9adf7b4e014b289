using System.Diagnostics;
using LabelPlatform.Contracts.Models;
using LabelPlatform.Persistence.Due;

namespace LabelPlatform.TrainingScheduler.Registry;

/// <summary>A model: what decides one label, and which version of it does.</summary>
internal sealed class Model : IDue
{
    public required string Name { get; set; }

    /// <summary>Unique.</summary>
    public required string Label { get; set; }

    /// <summary>The highest version that was allotted.</summary>
    public long LastVersion { get; set; }

    /// <summary>The version that is to be live.</summary>
    public long? WantedVersion { get; set; }

    public string? WantedBy { get; set; }

    /// <summary>The span that wanted it, whose trace its going live belongs to.</summary>
    public string? TraceParent { get; set; }

    /// <summary>The version that <c>models.config</c> names first.</summary>
    public long? LiveVersion { get; set; }

    /// <summary>The version that it names second.</summary>
    public long? PreviousVersion { get; set; }

    public ModelPublicationState State { get; set; }

    /// <summary>Why model servers do not have the live version.</summary>
    public string? Problem { get; set; }

    public DateTime? PromotedAt { get; set; }

    public string? PromotedBy { get; set; }

    public DateTime? DueAt { get; set; }

    public object CreateDueMessage() => new ModelPublicationDue(Name);

    /// <summary>Makes a version the wanted one; it goes live at the model's next step.</summary>
    public void Want(long version, string by, DateTime now)
    {
        WantedVersion = version;
        WantedBy = by;
        TraceParent = Activity.Current?.Id;
        DueAt = now;
    }

    /// <summary>Whether a version is live, may answer still, or is to be live.</summary>
    public bool Uses(long version) => version == LiveVersion || version == PreviousVersion || version == WantedVersion;
}
