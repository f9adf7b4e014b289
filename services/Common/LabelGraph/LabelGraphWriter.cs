using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph.Changes;
using LabelPlatform.LabelGraph.Importing;
using LabelPlatform.LabelGraph.Snapshots;
using LabelPlatform.LabelGraph.Stores;

namespace LabelPlatform.LabelGraph;

/// <summary>
/// Edits the graph: plans the change on the current snapshot, writes it to the store under that snapshot's version, and makes it current in
/// this process before it returns. When somebody else wrote in the meantime, it plans again on theirs.
/// </summary>
/// <param name="store">Where the graph is kept.</param>
/// <param name="provider">The process's snapshot.</param>
/// <param name="rules">What is worth a warning.</param>
public sealed class LabelGraphWriter(ILabelGraphStore store, LabelGraphProvider provider, VocabularyRules rules) : IDisposable
{
    private const int Attempts = 5;

    private readonly SemaphoreSlim _oneAtATime = new(1);

    /// <summary>Makes a single edit.</summary>
    /// <exception cref="LabelGraphStoreException">The store failed; nothing was changed.</exception>
    public Task<LabelGraphWriteResult> EditAsync(LabelGraphEdit edit, CancellationToken cancellationToken) =>
        WriteAsync(snapshot => PlanEdit(snapshot, edit), edit, dryRun: false, cancellationToken);

    /// <summary>Imports a file, all of it or nothing.</summary>
    /// <exception cref="LabelGraphStoreException">The store failed; nothing was changed.</exception>
    public Task<LabelGraphWriteResult> ImportAsync(LabelGraphImport import, CancellationToken cancellationToken) =>
        WriteAsync(snapshot => LabelGraphImporter.Plan(snapshot, import, rules), edit: null, import.DryRun, cancellationToken);

    /// <inheritdoc/>
    public void Dispose() => _oneAtATime.Dispose();

    private async Task<LabelGraphWriteResult> WriteAsync(
        Func<LabelGraphSnapshot, LabelGraphPlan> planOn,
        LabelGraphEdit? edit,
        bool dryRun,
        CancellationToken cancellationToken)
    {
        await _oneAtATime.WaitAsync(cancellationToken);
        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var snapshot = provider.Current;
                var plan = planOn(snapshot);
                try
                {
                    if (plan.ErrorCount > 0 || plan.Changes.IsEmpty || dryRun)
                    {
                        await EnsureCurrentAsync(snapshot, cancellationToken);
                        return Unchanged(plan, snapshot);
                    }

                    await store.WriteAsync(plan.Changes, snapshot.Version, cancellationToken);
                }
                catch (LabelGraphConflictException conflict) when (attempt < Attempts)
                {
                    await provider.CatchUpAsync(conflict.StoredVersion, cancellationToken);
                    continue;
                }

                // Written is written, whoever gives up waiting.
                await provider.TakeOverAsync(snapshot, plan.Changes, edit, CancellationToken.None);
                return new LabelGraphWriteResult(Edited(plan, snapshot.Version + 1), null, Changed: true);
            }
        }
        finally
        {
            _oneAtATime.Release();
        }
    }

    private LabelGraphPlan PlanEdit(LabelGraphSnapshot snapshot, LabelGraphEdit edit)
    {
        var plan = LabelGraphEditPlanner.Plan(snapshot, edit);
        if (edit is { Kind: LabelGraphEditKind.PutWord, Word: { } word })
            rules.Check(word, edit.Label, line: null, plan.Warnings);
        return plan;
    }

    /// <summary>An edit must not be refused for what another replica has just added.</summary>
    private async Task EnsureCurrentAsync(LabelGraphSnapshot snapshot, CancellationToken cancellationToken)
    {
        var stored = await store.GetVersionAsync(cancellationToken);
        if (stored != snapshot.Version)
            throw new LabelGraphConflictException(snapshot.Version, stored);
    }

    private static LabelGraphWriteResult Unchanged(LabelGraphPlan plan, LabelGraphSnapshot snapshot) => plan.ErrorCount > 0
        ? new LabelGraphWriteResult(null, new LabelGraphRejected(plan.Errors, plan.ErrorCount, plan.NotFound), Changed: false)
        : new LabelGraphWriteResult(Edited(plan, snapshot.Version), null, Changed: false);

    private static LabelGraphEdited Edited(LabelGraphPlan plan, long version)
    {
        var changes = plan.Changes;
        return new LabelGraphEdited(
            version,
            changes.LabelsAdded.Count,
            changes.LabelsRemoved.Count,
            changes.EdgesAdded.Count + changes.WordsPut.Count - changes.WeightsChanged,
            changes.WeightsChanged,
            changes.EdgesRemoved.Count + changes.WordsRemoved.Count,
            plan.Warnings.ToList());
    }
}
