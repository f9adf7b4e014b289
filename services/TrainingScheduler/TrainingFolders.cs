using System.Globalization;
using Microsoft.Extensions.Options;

namespace LabelPlatform.TrainingScheduler;

/// <summary>Where datasets, attempts and versions lie. All paths are absolute.</summary>
internal sealed class TrainingFolders(IOptions<TrainingOptions> options)
{
    private const string StagingName = ".staging";

    public string Datasets { get; } = Path.GetFullPath(options.Value.DatasetsPath);

    public string Models { get; } = Path.GetFullPath(options.Value.ModelsPath);

    /// <summary>Folder of the attempts. It lies beside the models, so that a version is put in place by renaming it.</summary>
    public string Staging => Path.Combine(Models, StagingName);

    public string ModelsConfig => Path.Combine(Models, "models.config");

    public string DatasetOf(string datasetId) => Path.Combine(Datasets, datasetId);

    public string FeatureTableOf(string datasetId) => Path.Combine(Datasets, $"{datasetId}.features.bin");

    /// <summary>Folder of one attempt of a job.</summary>
    public string StagingOf(Guid jobId, long token) => Path.Combine(Staging, StagingNameOf(jobId, token));

    public static string StagingNameOf(Guid jobId, long token) => string.Create(CultureInfo.InvariantCulture, $"{jobId:N}.{token}");

    public string BasePathOf(string model) => Path.Combine(Models, model);

    public string VersionOf(string model, long version) => Path.Combine(BasePathOf(model), version.ToString(CultureInfo.InvariantCulture));
}
