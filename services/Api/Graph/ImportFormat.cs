using LabelPlatform.Api.Requests;
using LabelPlatform.Contracts.LabelGraph;
using Microsoft.Net.Http.Headers;

namespace LabelPlatform.Api.Graph;

/// <summary>Tells by the content type how an import is written.</summary>
internal static class ImportFormat
{
    public static LabelGraphFormat Of(HttpRequest request, LabelGraphPart part)
    {
        var mediaType = MediaTypeHeaderValue.TryParse(request.ContentType, out var header) ? header.MediaType.Value : null;
        return (part, mediaType) switch
        {
            (LabelGraphPart.Tree, "application/json") => LabelGraphFormat.Json,
            (LabelGraphPart.Tree, "text/tab-separated-values") => LabelGraphFormat.Tsv,
            (LabelGraphPart.Vocabulary, "text/csv") => LabelGraphFormat.Csv,
            (LabelGraphPart.Vocabulary, "text/plain") => LabelGraphFormat.Words,
            (LabelGraphPart.Tree, _) => throw Unsupported("application/json (LABEL_STRUCTURE) or text/tab-separated-values (parent, label)"),
            _ => throw Unsupported("text/csv (word,label,weight) or text/plain (one word a line, with label=)"),
        };
    }

    private static InvalidRequestException Unsupported(string supported) =>
        new($"Content-Type must be {supported}.", StatusCodes.Status415UnsupportedMediaType);
}
