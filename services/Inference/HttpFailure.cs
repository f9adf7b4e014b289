namespace LabelPlatform.Inference;

/// <summary>What a status other than 200 means.</summary>
internal static class HttpFailure
{
    /// <param name="response">The answer.</param>
    /// <param name="error">The server's own words, or null.</param>
    public static PredictionException Of(HttpResponseMessage response, string? error = null)
    {
        var status = (int)response.StatusCode;
        var outcome = status switch
        {
            404 => CallOutcome.NotFound,
            429 or >= 500 => CallOutcome.Failed,
            >= 400 => CallOutcome.Rejected,
            _ => CallOutcome.Invalid,
        };
        return new PredictionException(outcome, $"answered {status} {error ?? response.ReasonPhrase}".TrimEnd());
    }
}
