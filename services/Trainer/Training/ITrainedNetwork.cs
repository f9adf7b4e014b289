using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.Trainer.Training;

/// <summary>A trained network of one of the kinds.</summary>
internal interface ITrainedNetwork
{
    /// <summary>The probabilities of texts.</summary>
    float[] Predict(string[] texts, int threads);

    /// <summary>The graph that serves it.</summary>
    SavedModelProto ToSavedModel();

    /// <summary>Writes the tables that texts become ids by.</summary>
    /// <param name="folder">Where they go.</param>
    /// <returns>What the manifest says of them.</returns>
    object WriteFeatures(string folder);
}
