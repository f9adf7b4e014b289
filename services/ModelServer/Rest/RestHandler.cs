using LabelPlatform.ModelServer.Buffers;
using LabelPlatform.ModelServer.Predict;
using LabelPlatform.ModelServer.Servables;
using LabelPlatform.ModelServer.Status;
using LabelPlatform.SavedModels;
using Microsoft.Extensions.Options;

namespace LabelPlatform.ModelServer.Rest;

/// <summary>Does what the routes are for.</summary>
internal sealed class RestHandler(IServables servables, Predictor predictor, IOptions<RestOptions> options)
{
    /// <exception cref="SavedModelException">There is no answer; what has been written to the reply is of no use.</exception>
    public async Task AnswerAsync(HttpRequest request, string target, PooledBuffer reply)
    {
        var aborted = request.HttpContext.RequestAborted;
        var route = RestRoute.Parse(request.Method, target);
        switch (route.Action)
        {
            case RestAction.Predict:
                using (var body = await RequestBody.ReadAsync(request, options.Value.MaxInflatedBytes, aborted))
                    predictor.Predict(route.Target, body.Memory, reply, aborted);
                break;
            case RestAction.Status:
                ModelStatusWriter.Write(servables.Statuses(route.Target.Model, route.Target.Version), reply);
                break;
            case RestAction.Metadata:
                using (var servable = servables.Acquire(route.Target))
                    ModelMetadataWriter.Write(servable.Model, servable.Version, servable.SavedModel.Signatures, reply);
                break;
            default:
                throw new SavedModelException(
                    StatusCode.Unimplemented,
                    $"This server does not {route.Action.ToString().ToLowerInvariant()}: use :predict with the model's predict signature.");
        }
    }
}
