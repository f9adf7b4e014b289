namespace LabelPlatform.ModelServer.Servables;

/// <summary>A version that should be served, and the folder that it is in.</summary>
internal readonly record struct AspiredVersion(long Version, string Folder);
