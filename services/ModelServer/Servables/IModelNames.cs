namespace LabelPlatform.ModelServer.Servables;

/// <summary>The names of the models.</summary>
public interface IModelNames
{
    /// <summary>Whether a model of this name is configured, or was.</summary>
    bool Contains(string model);
}
