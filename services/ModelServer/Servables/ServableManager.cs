using System.Collections.Concurrent;
using LabelPlatform.ModelsConfig;
using LabelPlatform.ModelServer.Servables.Loading;
using LabelPlatform.SavedModels;
using Microsoft.Extensions.Options;

namespace LabelPlatform.ModelServer.Servables;

/// <summary>Loads and unloads versions as they are aspired, and hands out those that are available.</summary>
/// <remarks>
/// Every change of a version's phase happens under one lock, in which nothing is loaded, read or waited for. Requests do without it: they see
/// what was published last. A version is published before those that it replaces are withdrawn, and withdrawn before it is ended; a request that
/// comes too late for a version therefore finds another one when it looks again.
/// </remarks>
internal sealed class ServableManager(
    IServableLoader loader, IOptions<ModelServerOptions> options, TimeProvider time, ILogger<ServableManager> logger) :
    IServables, IModelNames, IDisposable
{
    private readonly ConcurrentDictionary<string, ServedModel> _models = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly SemaphoreSlim _slotsAtStart = new(Environment.ProcessorCount);
    private readonly SemaphoreSlim _slots = new(Math.Max(1, options.Value.NumLoadThreads));
    private TaskCompletionSource _change = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private bool _isConfigured;
    private bool _isDisposed;
    private volatile bool _isStarted;

    /// <summary>Whether every version that there was at start has been tried once.</summary>
    public bool IsStarted => _isStarted;

    /// <summary>Ends when a version's phase changes next.</summary>
    public Task NextChange => Volatile.Read(ref _change).Task;

    /// <summary>Waits until every version that there is at start has been tried once.</summary>
    public async Task WaitUntilStartedAsync(CancellationToken cancellationToken)
    {
        for (var change = NextChange; !IsStarted; change = NextChange)
            await change.WaitAsync(cancellationToken);
    }

    public ServableHandle Acquire(ServableRequest request)
    {
        _models.TryGetValue(request.Model, out var model);
        while (true)
        {
            var version = (model?.Published ?? PublishedVersions.None).Find(request);
            if (version.TryAcquire() is { } handle)
                return handle;
        }
    }

    public IReadOnlyList<VersionStatus> Statuses(string model, long? version)
    {
        lock (_lock)
        {
            var statuses = _models.GetValueOrDefault(model)?.Versions
                .Where(candidate => version is null || candidate.Number == version)
                .Select(candidate => candidate.Status)
                .ToArray();
            if (statuses is { Length: > 0 })
                return statuses;
        }

        throw new SavedModelException(
            StatusCode.NotFound, version is null ? $"Could not find any versions of model {model}" : $"Could not find version {version} of model {model}");
    }

    public bool Contains(string model) => _models.ContainsKey(model);

    public IReadOnlyList<ModelHealth> Health()
    {
        lock (_lock)
        {
            return [.. _models.Values
                .Where(model => model.Configuration is not null)
                .OrderBy(model => model.Name, StringComparer.Ordinal)
                .Select(model => new ModelHealth(
                    model.Name, model.Published.Newest is not null, [.. model.Versions.Select(version => version.Status)]))];
        }
    }

    /// <summary>Takes over which models there are. Those that are not named are unloaded.</summary>
    public void Configure(IReadOnlyList<ConfiguredModel> models)
    {
        lock (_lock)
        {
            foreach (var configured in models)
            {
                var model = _models.GetOrAdd(configured.Name, name => new ServedModel(name));
                model.Configure(configured);
                model.Publish(options.Value.AllowVersionLabelsForUnavailableModels);
            }

            foreach (var model in _models.Values.Where(model => !models.Any(configured => configured.Name == model.Name)))
            {
                model.Configure(null);
                model.Aspire([], aspired => NewVersion(model, aspired));
                Reconcile(model);
            }
        }
    }

    /// <summary>Takes over which versions of a model should be served.</summary>
    public void Aspire(string model, IReadOnlyCollection<AspiredVersion> versions)
    {
        lock (_lock)
        {
            var served = _models[model];
            served.Aspire(versions, aspired => NewVersion(served, aspired));
            Reconcile(served);
        }
    }

    /// <summary>Says that all models were aspired once, so that the start can come to its end.</summary>
    public void CompleteConfiguration()
    {
        lock (_lock)
        {
            _isConfigured = true;
            Changed();
        }
    }

    /// <summary>
    /// Tries those failed versions again whose files changed, so that a version heals that was found while it was still being copied.
    /// TensorFlow Serving tries one again only after it went away and came back.
    /// </summary>
    public void RetryChanged()
    {
        foreach (var version in FailingVersions())
        {
            if (VersionStamp.Of(version.Folder) != version.Stamp)
                Retry(version);
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _isDisposed = true;
            foreach (var version in _models.Values.SelectMany(model => model.Versions))
                version.EndRetryWait();
        }
    }

    private ServableVersion NewVersion(ServedModel model, AspiredVersion aspired) => new(model.Name, aspired, version =>
    {
        lock (_lock)
        {
            EndUnloading(version);
            Reconcile(model);
        }
    });

    private ServableVersion[] FailingVersions()
    {
        lock (_lock)
            return [.. _models.Values.SelectMany(model => model.Versions).Where(version => version is { Aspired: true, IsFailing: true })];
    }

    private void Retry(ServableVersion version)
    {
        lock (_lock)
        {
            var model = _models[version.Model];
            version.EndRetryWait();
            if (version is not { Aspired: true, Phase: VersionPhase.Error } || model.Find(version.Number) != version)
                return;
            model.Replace(NewVersion(model, new AspiredVersion(version.Number, version.Folder)));
            Reconcile(model);
        }
    }

    // Under the lock, as all below: does what there is to do now. What goes on in the background comes back here.
    private void Reconcile(ServedModel model)
    {
        while (model.NextAction() is { } action)
        {
            var version = model.Find(action.Version)!;
            if (action.Kind is VersionActionKind.Load)
                BeginLoading(model, version);
            else
                BeginUnloading(model, version);
        }

        model.Publish(options.Value.AllowVersionLabelsForUnavailableModels);
        foreach (var (label, number) in model.TakeRefusedLabels())
            Log.LabelRefused(logger, label, number, model.Name);
        Changed();
    }

    private void BeginLoading(ServedModel model, ServableVersion version)
    {
        version.BeginLoading();
        _ = Task.Run(() => LoadAsync(model, version));
    }

    private void BeginUnloading(ServedModel model, ServableVersion version)
    {
        version.BeginUnloading();
        model.Publish(options.Value.AllowVersionLabelsForUnavailableModels);
        if (version.Withdraw())
            EndUnloading(version);
    }

    private void EndUnloading(ServableVersion version)
    {
        version.EndUnloading();
        Log.VersionUnloaded(logger, version.Model, version.Number);
    }

    private void Changed()
    {
        _isStarted = _isStarted
            || (_isConfigured && !_models.Any(model => model.Value.Versions.Any(version => version is { Phase: VersionPhase.Loading, Tried: false })));
        Interlocked.Exchange(ref _change, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    // Outside the lock.
    private async Task LoadAsync(ServedModel model, ServableVersion version)
    {
        for (var tries = 1; ; tries++)
        {
            var (savedModel, error) = await TryLoadAsync(version);
            RetryWait? wait;
            lock (_lock)
            {
                wait = EndTry(version, savedModel, error, tries);
                Reconcile(model);
            }

            if (wait is null)
                return;
            await wait.Over.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            if (VersionStamp.Of(version.Folder) != version.Stamp)
                tries = 0;
        }
    }

    private async Task<(SavedModel? SavedModel, SavedModelException? Error)> TryLoadAsync(ServableVersion version)
    {
        // Before it is ready the server has nothing better to do than loading; afterwards requests need the processors.
        var slots = IsStarted ? _slots : _slotsAtStart;
        await slots.WaitAsync();
        try
        {
            if (!BeginTry(version))
                return default;
            // Taken before the files are read: what comes while they are read makes another one.
            version.Stamp = VersionStamp.Of(version.Folder);
            return (loader.Load(version.Folder), null);
        }
        catch (Exception exception)
        {
            return (null, LoadFailure.Describe(exception));
        }
        finally
        {
            slots.Release();
        }
    }

    private bool BeginTry(ServableVersion version)
    {
        lock (_lock)
        {
            version.EndRetryWait();
            version.HasTurn = version.Aspired && !_isDisposed;
            Changed();
            return version.HasTurn;
        }
    }

    /// <returns>The wait for the next try, or null when there is none.</returns>
    private RetryWait? EndTry(ServableVersion version, SavedModel? savedModel, SavedModelException? error, int tries)
    {
        version.Tried = true;
        if (savedModel is not null)
        {
            version.BecomeReady(savedModel);
            Log.VersionLoaded(logger, version.Model, version.Number);
            return null;
        }

        if (error is not null)
            version.Fail(error);
        if (error is not null && version.Aspired && !_isDisposed && tries <= options.Value.MaxNumLoadRetries)
        {
            var interval = TimeSpan.FromMicroseconds(options.Value.LoadRetryIntervalMicros);
            Log.VersionTriedAgain(logger, version.Model, version.Number, interval, error.Message);
            return version.BeginRetryWait(interval, time);
        }

        version.GiveUp();
        if (error is not null)
            Log.VersionNotLoaded(logger, version.Model, version.Number, error.Message);
        return null;
    }
}
