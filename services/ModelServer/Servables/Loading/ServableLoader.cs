using LabelPlatform.ModelServer.Monitoring;
using LabelPlatform.SavedModels;
using Microsoft.Extensions.Options;

namespace LabelPlatform.ModelServer.Servables.Loading;

/// <summary>Loads a SavedModel and replays its warm-up requests, so that the first real request is not the slow one.</summary>
internal sealed class ServableLoader(IOptions<ModelServerOptions> options, LoadMetrics metrics, TimeProvider time) : IServableLoader
{
    public SavedModel Load(string folder)
    {
        var savedModel = Observe(() => SavedModel.Load(folder, options.Value.SavedModelTags), folder, metrics.ObserveLoad);
        if (options.Value.EnableModelWarmup && WarmUp.Exists(folder))
            Observe(() => WarmUp.Replay(folder, (signature, inputs) => savedModel.Run(signature, inputs)), folder, metrics.ObserveWarmUp);
        return savedModel;
    }

    private T Observe<T>(Func<T> action, string folder, Action<string, StatusCode, TimeSpan> observe)
    {
        var start = time.GetTimestamp();
        var code = StatusCode.Ok;
        try
        {
            return action();
        }
        catch (Exception exception)
        {
            code = LoadFailure.Describe(exception).Code;
            throw;
        }
        finally
        {
            observe(folder, code, time.GetElapsedTime(start));
        }
    }
}
