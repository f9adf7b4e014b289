namespace LabelPlatform.Contracts.Models;

/// <summary>What model servers make of a model's live version.</summary>
public enum ModelPublicationState
{
    /// <summary>There is none.</summary>
    None,

    /// <summary>They load it.</summary>
    Publishing,

    /// <summary>All of them have it.</summary>
    Live,

    /// <summary>At least one of them cannot load it.</summary>
    Failing,
}
