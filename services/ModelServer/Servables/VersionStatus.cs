using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Servables;

/// <summary>The state of one version of a model.</summary>
/// <param name="Version">Its number.</param>
/// <param name="State">Where it is in its life.</param>
/// <param name="Code">Why it failed, else <see cref="StatusCode.Ok"/>.</param>
/// <param name="Message">The reason for people, else empty.</param>
public sealed record VersionStatus(long Version, ServableState State, StatusCode Code, string Message);
