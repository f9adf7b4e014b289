namespace LabelPlatform.Inference.Catalog;

/// <summary>The catalogue in use. A look that fails leaves it as it was and says so in <see cref="Error"/>.</summary>
public sealed class ModelCatalogSource(ModelCatalogLoader loader, ILogger<ModelCatalogSource> logger)
{
    private readonly Lock _loading = new();
    private volatile ModelCatalog _current = ModelCatalog.Empty;
    private volatile string? _error;

    /// <summary>The catalogue.</summary>
    public ModelCatalog Current => _current;

    /// <summary>Why the last look failed, for people, or null.</summary>
    public string? Error => _error;

    /// <summary>Looks for changes and takes them over at once.</summary>
    public void Refresh()
    {
        lock (_loading)
        {
            try
            {
                if (loader.Load() is { } catalog)
                    Use(catalog);
                _error = null;
            }
            catch (Exception exception) when (exception is InvalidDataException or IOException or UnauthorizedAccessException)
            {
                var error = $"models.config cannot be used. {exception.Message}";
                if (error != _error)
                    Log.CatalogNotLoaded(logger, error);
                _error = error;
            }
        }
    }

    private void Use(ModelCatalog catalog)
    {
        var before = _current;
        _current = catalog;
        Log.CatalogLoaded(logger, catalog.Labels.Count);
        foreach (var problem in catalog.Problems.Except(before.Problems))
            Log.ModelRefused(logger, problem);
    }
}
