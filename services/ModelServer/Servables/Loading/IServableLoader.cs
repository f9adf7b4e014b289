using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Servables.Loading;

/// <summary>Makes a version ready to be served.</summary>
internal interface IServableLoader
{
    /// <summary>Loads the version of a folder. Called by several threads at once.</summary>
    SavedModel Load(string folder);
}
