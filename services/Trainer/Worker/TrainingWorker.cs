using LabelPlatform.Contracts.Training;

namespace LabelPlatform.Trainer.Worker;

/// <summary>
/// The jobs of this worker. It has what the scheduler ordered and still grants: an order counts once (its token is higher than any before for the job), and a
/// grant lists all that the worker is to have. Thread-safe.
/// </summary>
internal sealed class TrainingWorker(
    WorkerIdentity me, TrainingAttempts attempts, TrainerActivity activity, ReportQueue reports, ILogger<TrainingWorker> logger)
{
    private static readonly TimeSpan Grace = TimeSpan.FromSeconds(2);

    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, TrainingAttempt> _running = [];
    private readonly Dictionary<Guid, EndedTraining> _ended = [];

    // The highest token seen of each job. They are few bytes, and go with the boot.
    private readonly Dictionary<Guid, long> _tokens = [];
    private readonly HashSet<Task> _watches = [];
    private long _seen;
    private long _granted;
    private bool _closed;

    /// <summary>The number of the last grant or order seen, and the attempts that run.</summary>
    public (long Grant, IReadOnlyList<TrainingAttempt> Running) Current
    {
        get
        {
            lock (_gate)
                return (_seen, [.. _running.Values]);
        }
    }

    public void Start(StartTraining order)
    {
        lock (_gate)
        {
            if (_closed || order.WorkerId != me.Id || order.BootId != me.BootId)
                return;
            _seen = Math.Max(_seen, order.Grant);
            // A later grant has told already whether the worker is to have it.
            if (!Raise(order.JobId, order.Token) || order.Grant < _granted)
                return;
            Forget(order.JobId, "a newer order came");
            var attempt = attempts.Create(order);
            _running.Add(order.JobId, attempt);
            // Samples from now on know of the order, so their figures must not count until its process has begun.
            activity.Happened();
            _watches.RemoveWhere(watch => watch.IsCompleted);
            _watches.Add(Task.Run(() => WatchAsync(attempt)));
        }
    }

    public void Stop(StopTraining stop)
    {
        lock (_gate)
        {
            if (stop.WorkerId != me.Id || stop.Token < _tokens.GetValueOrDefault(stop.JobId, long.MinValue))
                return;
            // An order that comes after its own end starts nothing.
            Raise(stop.JobId, stop.Token);
            Forget(stop.JobId, stop.Reason);
        }
    }

    public void Grant(TrainingWorkerGranted grant)
    {
        lock (_gate)
        {
            if (_closed || grant.WorkerId != me.Id || grant.BootId != me.BootId || grant.Grant < _seen)
                return;
            _seen = _granted = grant.Grant;
            ForgetAllBut(grant.Jobs.ToHashSet(), grant.Grant);
            foreach (var job in grant.Jobs)
                Confirm(job);
        }
    }

    /// <summary>Ends all trainers and says nothing of it: the scheduler notices that the worker is gone.</summary>
    public async Task CloseAsync()
    {
        Task[] watches;
        lock (_gate)
        {
            _closed = true;
            foreach (var job in _running.Keys.ToArray())
                Forget(job, "the worker shuts down");
            watches = [.. _watches];
        }

        // They are killed; what is left is to see it.
        await Task.WhenAny(Task.WhenAll(watches), Task.Delay(Grace));
    }

    private bool Raise(Guid job, long token)
    {
        if (_tokens.TryGetValue(job, out var known) && token <= known)
            return false;
        _tokens[job] = token;
        return true;
    }

    private void ForgetAllBut(HashSet<GrantedTraining> granted, long grant)
    {
        foreach (var (job, attempt) in _running.ToArray())
        {
            if (attempt.Grant < grant && !granted.Contains(new GrantedTraining(job, attempt.Token)))
                Forget(job, "the scheduler lists it no more");
        }

        foreach (var (job, ended) in _ended.ToArray())
        {
            if (ended.Grant < grant && !granted.Contains(new GrantedTraining(job, ended.Token)))
                _ended.Remove(job);
        }
    }

    private void Confirm(GrantedTraining job)
    {
        if (_running.TryGetValue(job.JobId, out var attempt) && attempt.Token >= job.Token)
            return;
        if (_ended.TryGetValue(job.JobId, out var ended) && ended.Token >= job.Token)
        {
            reports.Add(ended.Outcome);
            return;
        }

        Raise(job.JobId, job.Token);
        Log.JobLost(logger, job.JobId, job.Token);
        reports.Add(new TrainingLost(job.JobId, job.Token, $"The worker '{me.Name}' does not have the job: the order did not reach it, or it had stopped it."));
    }

    private void Forget(Guid job, string reason)
    {
        _ended.Remove(job);
        if (!_running.Remove(job, out var attempt))
            return;
        Log.JobStopped(logger, job, attempt.Token, reason);
        activity.Happened();
        attempt.Stop();
    }

    private async Task WatchAsync(TrainingAttempt attempt)
    {
        var outcome = await attempt.RunAsync();
        lock (_gate)
        {
            // One that was stopped is forgotten.
            if (_running.GetValueOrDefault(attempt.JobId) != attempt)
                return;
            _running.Remove(attempt.JobId);
            _ended[attempt.JobId] = new EndedTraining(attempt.Token, attempt.Grant, outcome);
            reports.Add(outcome);
        }
    }
}
