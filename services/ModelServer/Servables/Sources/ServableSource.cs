using LabelPlatform.ModelsConfig;
using LabelPlatform.ServiceDefaults;

namespace LabelPlatform.ModelServer.Servables.Sources;

/// <summary>Looks at the configuration and the folders, and tells the manager what should be served.</summary>
internal sealed class ServableSource(ModelsSource source, ServableManager manager, ILogger<ServableSource> logger)
{
    private readonly Lock _lock = new();
    private IReadOnlyList<ConfiguredModel> _models = [];
    private volatile IReadOnlyDictionary<string, string> _problems = new Dictionary<string, string>();
    private volatile string? _configurationProblem;

    /// <summary>Why the configuration in use is not the one of the file, or null.</summary>
    public string? ConfigurationProblem => _configurationProblem;

    /// <summary>What was wrong with the folder of a model when it was looked at last, by the model's name.</summary>
    public IReadOnlyDictionary<string, string> Problems => _problems;

    /// <summary>Takes the first configuration.</summary>
    /// <exception cref="InvalidConfigurationException">It cannot be used: there is no older one to fall back to.</exception>
    public void Start(bool poll)
    {
        lock (_lock)
        {
            try
            {
                Configure();
            }
            catch (Exception exception) when (IsUnusable(exception))
            {
                throw new InvalidConfigurationException($"The models' configuration cannot be used. {exception.Message}", exception);
            }

            if (poll)
                PollFolders();
            manager.CompleteConfiguration();
        }
    }

    /// <summary>Takes over the configuration when it changed. One that cannot be used leaves the old one in force.</summary>
    /// <returns>Whether it changed.</returns>
    public bool ReloadConfiguration()
    {
        lock (_lock)
        {
            try
            {
                var changed = Configure();
                _configurationProblem = null;
                return changed;
            }
            catch (Exception exception) when (IsUnusable(exception))
            {
                if (exception.Message != _configurationProblem)
                    Log.ConfigurationKept(logger, exception.Message);
                _configurationProblem = exception.Message;
                return false;
            }
        }
    }

    /// <summary>Looks at the folders of all models, and at the files of versions that failed.</summary>
    public void PollFolders()
    {
        lock (_lock)
        {
            var problems = new Dictionary<string, string>(StringComparer.Ordinal);
            foreach (var model in _models)
            {
                if (Poll(model) is { } problem)
                    problems[model.Name] = problem;
            }

            foreach (var (model, problem) in problems.Where(problem => _problems.GetValueOrDefault(problem.Key) != problem.Value))
                Log.FolderProblem(logger, model, problem);
            _problems = problems;
            manager.RetryChanged();
        }
    }

    private static bool IsUnusable(Exception exception) => exception is InvalidDataException or IOException or UnauthorizedAccessException;

    private bool Configure()
    {
        if (source.Read() is not { } models)
            return false;
        _models = models;
        manager.Configure(models);
        Log.Configured(logger, models.Count);
        return true;
    }

    private string? Poll(ConfiguredModel model)
    {
        try
        {
            var poll = VersionFolders.Poll(model);
            manager.Aspire(model.Name, poll.Versions);
            return poll.Warnings.Count > 0 ? string.Join(' ', poll.Warnings) : null;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The model keeps the versions that it has. Upstream one such model stops the look at all the others, too; here a folder that is not
            // there yet, or a volume that went away, is the affair of its own model only.
            return exception.Message;
        }
    }
}
