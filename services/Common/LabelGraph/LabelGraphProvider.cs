using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph.Changes;
using LabelPlatform.LabelGraph.Snapshots;
using LabelPlatform.LabelGraph.Stores;
using Microsoft.Extensions.Logging;

namespace LabelPlatform.LabelGraph;

/// <summary>
/// The process's current snapshot. Reading it takes no lock; a new one is prepared beside it and swapped in. Whatever changes it passes one
/// gate, so that an old load never overtakes a newer edit and simultaneous reasons to load lead to one load.
/// </summary>
public sealed class LabelGraphProvider(
    ILabelGraphStore store,
    IEnumerable<ILabelGraphObserver> observers,
    ILogger<LabelGraphProvider> logger) : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    private readonly ILabelGraphObserver[] _observers = [.. observers];
    private readonly SemaphoreSlim _gate = new(1);
    private readonly TaskCompletionSource _loaded = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile LabelGraphSnapshot? _current;
    private volatile TaskCompletionSource _next = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private volatile string? _problem;

    /// <summary>The current snapshot: take it once a request.</summary>
    /// <exception cref="LabelGraphNotLoadedException">There is none yet.</exception>
    public LabelGraphSnapshot Current => _current ?? throw new LabelGraphNotLoadedException();

    /// <summary>Completes when there is a first snapshot.</summary>
    public Task Loaded => _loaded.Task;

    /// <summary>Why the snapshot may be older than the store's graph, or null when it is not.</summary>
    public string? Problem => _problem;

    /// <summary>
    /// Takes over a change that was announced: a single edit that follows the version held is applied, otherwise the graph is loaded, unless
    /// that version is held already. A failure keeps the old snapshot and shows in <see cref="Problem"/>.
    /// </summary>
    public Task RefreshAsync(LabelGraphChanged change, CancellationToken cancellationToken) =>
        ChangeAsync(
            async held =>
            {
                if (held is not null && held.Version >= change.Version)
                    return;
                if (held is null || change.Edit is not { } edit || held.Version + 1 != change.Version || !TryApply(held, edit))
                    Publish(await store.LoadAsync(cancellationToken), null);
            },
            cancellationToken);

    /// <summary>
    /// Looks at the store's version and loads the graph when it is another than the one held (a lower one too: a backup may have been
    /// restored). A failure keeps the old snapshot and shows in <see cref="Problem"/>.
    /// </summary>
    public Task CheckAsync(CancellationToken cancellationToken) =>
        ChangeAsync(
            async held =>
            {
                if (held is null || held.Version != await store.GetVersionAsync(cancellationToken))
                    Publish(await store.LoadAsync(cancellationToken), null);
                _problem = null;
                LabelGraphMetrics.Checked(isStale: false);
            },
            cancellationToken);

    /// <summary>Takes over what this process itself has just written, and waits until it is current.</summary>
    internal Task TakeOverAsync(LabelGraphSnapshot basis, LabelGraphChanges changes, LabelGraphEdit? edit, CancellationToken cancellationToken) =>
        ChangeAsync(
            async held =>
            {
                if (held == basis)
                    Publish(basis.Apply(changes, basis.Version + 1), edit);
                else if (held is null || held.Version <= basis.Version)
                    Publish(await store.LoadAsync(cancellationToken), null);
            },
            cancellationToken);

    /// <summary>
    /// Reaches a version that somebody else has written: its announcement is usually a moment away and cheaper than to load the graph.
    /// </summary>
    internal async Task CatchUpAsync(long version, CancellationToken cancellationToken)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        patience.CancelAfter(Patience);
        try
        {
            // Taken before the version is looked at, so that none is missed between the two.
            for (var next = _next; Current.Version < version; next = _next)
                await next.Task.WaitAsync(patience.Token);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            // The announcement did not come.
        }

        await CheckAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _gate.Dispose();

    private async Task ChangeAsync(Func<LabelGraphSnapshot?, Task> change, CancellationToken cancellationToken)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            await change(_current);
        }
        catch (Exception exception) when (exception is not OperationCanceledException || !cancellationToken.IsCancellationRequested)
        {
            if (_problem is null)
                Log.RefreshFailed(logger, _current?.Version, exception);
            _problem = exception.Message;
            LabelGraphMetrics.Checked(isStale: true);
        }
        finally
        {
            _gate.Release();
        }
    }

    private bool TryApply(LabelGraphSnapshot held, LabelGraphEdit edit)
    {
        var plan = LabelGraphEditPlanner.Plan(held, edit);
        if (plan.ErrorCount > 0)
            return false;
        Publish(held.Apply(plan.Changes, held.Version + 1), edit);
        return true;
    }

    private void Publish(LabelGraphSnapshot snapshot, LabelGraphEdit? edit)
    {
        foreach (var observer in _observers)
            observer.OnChanged(snapshot, edit);
        _current = snapshot;
        LabelGraphMetrics.Published(snapshot);
        _loaded.TrySetResult();
        Interlocked.Exchange(ref _next, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
        Log.Published(logger, snapshot.Version, snapshot.Labels.Count, snapshot.WordCount);
    }
}
