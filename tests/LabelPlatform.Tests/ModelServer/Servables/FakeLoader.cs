using System.Collections.Concurrent;
using LabelPlatform.ModelServer.Servables.Loading;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Graphs;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.Tests.ModelServer.Servables;

/// <summary>
/// "Loads" a folder whose <c>saved_model.pb</c> says how it ends: <c>good</c>, or the message of the failure; without the file it is not found.
/// </summary>
internal sealed class FakeLoader : IServableLoader
{
    private readonly ConcurrentDictionary<string, ManualResetEventSlim> _held = new();
    private int _running;

    /// <summary>How often each folder was tried, by <c>model/version</c>.</summary>
    public ConcurrentDictionary<string, int> Tries { get; } = new();

    /// <summary>How many loads there were at once at most.</summary>
    public int MostAtOnce { get; private set; }

    /// <summary>Lets the loads of a folder wait until they are released.</summary>
    public ManualResetEventSlim Hold(string folder) => _held.GetOrAdd(folder, _ => new ManualResetEventSlim());

    public SavedModel Load(string folder)
    {
        var name = $"{Path.GetFileName(Path.GetDirectoryName(folder))}/{Path.GetFileName(folder)}";
        Tries.AddOrUpdate(name, 1, (_, tries) => tries + 1);
        lock (Tries)
            MostAtOnce = Math.Max(MostAtOnce, ++_running);
        try
        {
            if (_held.TryGetValue(name, out var held) && !held.Wait(TimeSpan.FromSeconds(30)))
                throw new TimeoutException("The test released no load.");
            var content = File.ReadAllText(Path.Combine(folder, "saved_model.pb"));
            return content == "good"
                ? new SavedModel(new LoadedGraph(new Dictionary<string, SignatureDef>(), new Dictionary<string, CompiledSignature>(), new Dictionary<string, SavedModelException>()))
                : throw new SavedModelException(StatusCode.DataLoss, content);
        }
        finally
        {
            lock (Tries)
                _running--;
        }
    }
}
