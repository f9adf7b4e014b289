using Google.Protobuf;
using LabelPlatform.ModelServer.Protos;
using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Servables.Loading;

/// <summary>Replays the requests that lie beside a model, in TensorFlow Serving's format: TFRecords of <c>PredictionLog</c>.</summary>
internal static class WarmUp
{
    /// <summary>More are refused, as by TensorFlow Serving: warming up is for the first requests, not for a load test.</summary>
    public const int MaxRecords = 1000;

    public static bool Exists(string folder) => File.Exists(RequestsPath(folder));

    /// <summary>Runs each request once.</summary>
    /// <param name="folder">The folder of the version.</param>
    /// <param name="run">Runs a signature with its inputs.</param>
    /// <returns>The number of requests.</returns>
    /// <exception cref="SavedModelException">A record cannot be read or run; the message names it.</exception>
    public static int Replay(string folder, Action<string, IReadOnlyDictionary<string, Tensor>> run)
    {
        using var file = File.OpenRead(RequestsPath(folder));
        var number = 0;
        try
        {
            foreach (var record in TfRecords.Read(file))
            {
                if (++number > MaxRecords)
                    throw new SavedModelException(StatusCode.InvalidArgument, $"there are more than {MaxRecords}");
                Replay(record, run);
            }
        }
        catch (InvalidDataException exception)
        {
            throw Failure(number + 1, StatusCode.DataLoss, exception);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw Failure(number, StatusCode.DataLoss, exception);
        }
        catch (SavedModelException exception)
        {
            throw Failure(number, exception.Code, exception);
        }

        return number;
    }

    private static string RequestsPath(string folder) => Path.Combine(folder, "assets.extra", "tf_serving_warmup_requests");

    private static void Replay(byte[] record, Action<string, IReadOnlyDictionary<string, Tensor>> run)
    {
        var log = PredictionLog.Parser.ParseFrom(record);
        if (log.PredictLog?.Request is not { } request)
            throw new SavedModelException(StatusCode.Unimplemented, $"it holds {log.LogTypeCase}, and only PredictLog with a request can be replayed");
        var signature = request.ModelSpec is { SignatureName: { Length: > 0 } name } ? name : SavedModel.DefaultSignature;
        run(signature, request.Inputs.ToDictionary(input => input.Key, input => input.Value.ToTensor(), StringComparer.Ordinal));
    }

    private static SavedModelException Failure(int number, StatusCode code, Exception exception) =>
        new(code, $"Record {number} of assets.extra/tf_serving_warmup_requests cannot be used: {exception.Message}", exception);
}
