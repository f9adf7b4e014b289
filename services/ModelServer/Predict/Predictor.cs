using System.Buffers;
using LabelPlatform.ModelServer.Monitoring;
using LabelPlatform.ModelServer.Rest;
using LabelPlatform.ModelServer.Servables;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;
using Microsoft.Extensions.Options;

namespace LabelPlatform.ModelServer.Predict;

/// <summary>Answers requests to predict.</summary>
internal sealed class Predictor(
    IServables servables, RunDeadline deadline, RequestMetrics metrics, IOptions<RestOptions> options, TimeProvider time)
{
    /// <param name="target">Whom to ask.</param>
    /// <param name="body">The request in JSON.</param>
    /// <param name="reply">Where the answer goes.</param>
    /// <param name="aborted">The client is gone.</param>
    /// <exception cref="SavedModelException">There is no answer; what has been written to the reply is of no use.</exception>
    public void Predict(ServableRequest target, ReadOnlyMemory<byte> body, IBufferWriter<byte> reply, CancellationToken aborted)
    {
        var start = time.GetTimestamp();
        var code = StatusCode.Internal;
        try
        {
            Answer(target, body, reply, aborted);
            code = StatusCode.Ok;
        }
        catch (SavedModelException exception)
        {
            code = exception.Code;
            throw;
        }
        catch (OperationCanceledException)
        {
            code = StatusCode.Cancelled;
            throw;
        }
        finally
        {
            metrics.Observe(target.Model, code, time.GetElapsedTime(start));
        }
    }

    private void Answer(ServableRequest target, ReadOnlyMemory<byte> body, IBufferWriter<byte> reply, CancellationToken aborted)
    {
        using var request = PredictRequest.Read(body, options.Value);
        using var servable = servables.Acquire(target);
        var model = servable.SavedModel;
        var name = request.SignatureName.Length == 0 ? SavedModel.DefaultSignature : request.SignatureName;
        using var inputs = request.ReadInputs(Signature(model, name).Inputs, options.Value);
        var start = time.GetTimestamp();
        var outputs = deadline.Run(token => model.Run(name, inputs.Tensors, token), aborted);
        metrics.ObserveRun(target.Model, Examples(inputs.Tensors), time.GetElapsedTime(start), "predict");
        PredictReplyWriter.Write(outputs, inputs.Format, reply);
    }

    // As TensorFlow Serving counts them: the first dimension of an input.
    private static int Examples(IReadOnlyDictionary<string, Tensor> inputs) =>
        inputs.Values.FirstOrDefault() is { Shape.Rank: > 0 } input ? input.Shape[0] : 1;

    private static SignatureDef Signature(SavedModel model, string name) =>
        model.Signatures.TryGetValue(name, out var signature)
            ? signature
            : throw new SavedModelException(StatusCode.InvalidArgument, $"Serving signature name: \"{name}\" not found in signature def");
}
