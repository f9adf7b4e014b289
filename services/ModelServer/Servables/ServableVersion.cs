using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Servables;

/// <summary>
/// One version of a model, from being aspired to its end; when it is tried again it is a new instance. Its state is read and changed under the
/// manager's lock, taking hold of it needs no lock.
/// </summary>
internal sealed class ServableVersion
{
    private readonly Action _release;

    // The manager itself is one user as long as the version may be taken hold of; at 0 nobody can any more.
    private int _users;
    private RetryWait? _retryWait;

    public ServableVersion(string model, AspiredVersion aspired, Action<ServableVersion> drained)
    {
        Model = model;
        Number = aspired.Version;
        Folder = aspired.Folder;
        // One delegate for all handles: a request must not cost more than its handle.
        _release = () =>
        {
            if (Interlocked.Decrement(ref _users) == 0)
                drained(this);
        };
    }

    public string Model { get; }

    public long Number { get; }

    public string Folder { get; }

    public VersionPhase Phase { get; private set; } = VersionPhase.New;

    public bool Aspired { get; set; } = true;

    /// <summary>Whether loading it was tried at least once.</summary>
    public bool Tried { get; set; }

    /// <summary>Whether its turn to be loaded came.</summary>
    public bool HasTurn { get; set; }

    /// <summary>What its files were when loading them was tried last; see <see cref="VersionStamp"/>.</summary>
    public string? Stamp { get; set; }

    /// <summary>Whether loading it failed and, for the time being, it is not tried.</summary>
    public bool IsFailing => Phase is VersionPhase.Error || _retryWait is not null;

    public SavedModelException? Error { get; private set; }

    public SavedModel? SavedModel { get; private set; }

    public VersionStatus Status => new(
        Number,
        Phase switch
        {
            VersionPhase.New => ServableState.Start,
            VersionPhase.Loading => HasTurn ? ServableState.Loading : ServableState.Start,
            VersionPhase.Ready => ServableState.Available,
            VersionPhase.Unloading => ServableState.Unloading,
            _ => ServableState.End,
        },
        Error?.Code ?? StatusCode.Ok,
        Error?.Message ?? "");

    public void BeginLoading() => Phase = VersionPhase.Loading;

    /// <summary>Notes a failed try; whether there is another one is the manager's affair.</summary>
    public void Fail(SavedModelException error) => Error = error;

    public RetryWait BeginRetryWait(TimeSpan interval, TimeProvider time) => _retryWait = new RetryWait(interval, time);

    public void EndRetryWait()
    {
        _retryWait?.End();
        _retryWait = null;
    }

    public void GiveUp() => Phase = Error is null ? VersionPhase.Disabled : VersionPhase.Error;

    public void BecomeReady(SavedModel savedModel)
    {
        SavedModel = savedModel;
        Error = null;
        Volatile.Write(ref _users, 1);
        Phase = VersionPhase.Ready;
    }

    public void BeginUnloading() => Phase = VersionPhase.Unloading;

    /// <summary>Lets nobody take hold of it any more, except who holds it already. Before this, requests must have been led elsewhere.</summary>
    /// <returns>Whether nobody holds it, so that it can be ended at once; else <c>drained</c> is called by the last one.</returns>
    public bool Withdraw() => Interlocked.Decrement(ref _users) == 0;

    public void EndUnloading()
    {
        Phase = VersionPhase.Disabled;
        SavedModel = null;
    }

    /// <returns>A handle, or null when it is being unloaded.</returns>
    public ServableHandle? TryAcquire()
    {
        var users = Volatile.Read(ref _users);
        while (users > 0)
        {
            var before = Interlocked.CompareExchange(ref _users, users + 1, users);
            if (before == users)
                return new ServableHandle(Model, Number, SavedModel!, _release);
            users = before;
        }

        return null;
    }
}
