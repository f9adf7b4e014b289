using LabelPlatform.Api.Requests;
using LabelPlatform.Contracts.Datasets;
using Microsoft.Net.Http.Headers;

namespace LabelPlatform.Api.Datasets;

/// <summary>Tells by the content type how the rows of a dataset are written.</summary>
internal static class DatasetFormat
{
    public static DatasetFileFormat Of(HttpRequest request)
    {
        var header = MediaTypeHeaderValue.TryParse(request.ContentType, out var parsed) ? parsed : null;
        if (header is { Charset.Length: > 0 } && !HeaderUtilities.RemoveQuotes(header.Charset).Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            throw Unsupported($"The file must be UTF-8, not {header.Charset}.");
        return header?.MediaType.Value?.ToLowerInvariant() switch
        {
            "text/csv" => DatasetFileFormat.Csv,
            "text/tab-separated-values" => DatasetFileFormat.Tsv,
            "application/jsonl" or "application/x-ndjson" => DatasetFileFormat.JsonLines,
            "text/plain" => DatasetFileFormat.Sample,
            _ => throw Unsupported(
                "Content-Type must be text/csv or text/tab-separated-values (the first line names the columns), application/jsonl or "
                + $"application/x-ndjson (a JSON object a line), or text/plain (the original's samples, with label=); it was {request.ContentType ?? "missing"}."),
        };
    }

    private static InvalidRequestException Unsupported(string message) => new(message, StatusCodes.Status415UnsupportedMediaType);
}
