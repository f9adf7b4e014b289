using System.Globalization;
using System.Net;

namespace LabelPlatform.Inference.SubServices;

/// <summary>
/// Asks a sub-service of the original's second edition, once a text. Its answer is parsed as a number and nothing else: the original
/// evaluated it as code.
/// </summary>
/// <param name="service">The sub-service.</param>
/// <param name="parallelism">Calls to it at once for one message.</param>
/// <param name="http">The connections.</param>
/// <param name="guards">Makes its guard.</param>
/// <param name="time">The clock.</param>
public sealed class SubServiceClient(SubServiceOptions service, int parallelism, HttpClient http, CallGuards guards, TimeProvider time) :
    IPredictionClient
{
    private const int MaxReplyBytes = 64;
    private const NumberStyles Number = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;

    // Its label is no part of a metric.
    private readonly CallGuard _guard = guards.Create("sub-service", service.Url);

    public string Label => service.Label;

    /// <summary>A sub-service has no model's name, and its address is nobody's business.</summary>
    public string Model => $"sub-service:{service.Label}";

    public async Task<ModelAnswer> PredictAsync(IReadOnlyList<TextWords> texts, DateTime deadline, CancellationToken cancellation)
    {
        // Without a token: it ends each call, and the texts answered by then are kept.
        var answers = new TextAnswer[texts.Count];
        await Parallel.ForAsync(
            0,
            texts.Count,
            new ParallelOptions { MaxDegreeOfParallelism = parallelism },
            async (i, _) => answers[i] = await AskAsync(texts[i], deadline, cancellation));
        return new ModelAnswer(0, service.Threshold, answers);
    }

    private async Task<TextAnswer> AskAsync(TextWords text, DateTime deadline, CancellationToken cancellation)
    {
        try
        {
            var patience = deadline - time.GetUtcNow().UtcDateTime;
            return new TextAnswer(await _guard.CallAsync(0, token => PostAsync(text, token), patience, cancellation));
        }
        catch (PredictionException exception)
        {
            return new TextAnswer(double.NaN, exception.Message, exception.Outcome);
        }
        catch (OperationCanceledException)
        {
            return new TextAnswer(double.NaN, "no answer before the deadline", CallOutcome.OutOfTime);
        }
    }

    private async Task<double> PostAsync(TextWords text, CancellationToken cancellation)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, service.Url);
        request.Content = new FormUrlEncodedContent([new("word_list", PythonList.Write(text.Kept))]);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return response.StatusCode is HttpStatusCode.OK
            ? ReadNumber((await BodyReader.ReadAsync(response.Content, MaxReplyBytes, cancellation)).Span)
            : throw HttpFailure.Of(response);
    }

    private static double ReadNumber(ReadOnlySpan<byte> body) =>
        double.TryParse(body.Trim(" \t\r\n"u8), Number, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= 1
            ? value
            : throw new PredictionException(CallOutcome.Invalid, "answered something that is not a probability");
}
