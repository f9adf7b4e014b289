using LabelPlatform.Api.Batching;
using LabelPlatform.Api.Labeling;
using LabelPlatform.Api.Labeling.Stages;
using LabelPlatform.Api.OpenApi;
using LabelPlatform.Api.Requests;
using LabelPlatform.Contracts.Preprocessing;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;

namespace LabelPlatform.Api.Words;

internal static class WordsEndpoints
{
    public static void MapWords(this IEndpointRouteBuilder routes) =>
        routes.MapPost("/v1/words", CutAsync)
            .WithTags("Labelling")
            .WithName("Words")
            .WithSummary("Cut texts into words")
            .WithDescription(
                "The words that labelling looks at: without stop words and single characters. With raw=true the whole text's segmentation, "
                + "unfiltered; with userDictionary=false without the label graph's vocabulary.")
            .Accepts<WordsRequest>("application/json")
            .WithExample(
                """{"texts":["我的眼睛很大很大"]}""",
                """{"items":[{"id":"0","words":[{"word":"眼睛","start":2,"length":2},{"word":"很大","start":4,"length":2},{"word":"很大","start":6,"length":2}],"truncated":false,"error":null}]}""")
            .ProducesProblem(StatusCodes.Status400BadRequest)
            .ProducesProblem(StatusCodes.Status413PayloadTooLarge)
            .ProducesProblem(StatusCodes.Status415UnsupportedMediaType)
            .ProducesProblem(StatusCodes.Status503ServiceUnavailable);

    private static async Task<Ok<WordsResponse>> CutAsync(
        HttpRequest http, LabelingStages stages, IOptions<LabelingOptions> options, TimeProvider time, bool raw = false, bool userDictionary = true)
    {
        using var body = await RequestBody.ReadJsonAsync(http, options.Value.MaxBodyBytes);
        var inputs = TextsReader.Read(JsonFields.Of(body.RootElement, "", "texts"), options.Value.MaxTexts);
        var deadline = time.GetUtcNow().UtcDateTime.AddMilliseconds(options.Value.DefaultDeadlineMs);
        var answers = await stages.Preprocess.AskAsync(
            [.. inputs.Select(input => new TextToCut(input.Text, deadline, raw, userDictionary))], deadline, http.HttpContext.RequestAborted);
        return TypedResults.Ok(new WordsResponse([.. inputs.Zip(answers, (input, answer) => ToItem(input, answer, raw))]));
    }

    private static WordsItem ToItem(TextInput input, Answer<TextsPreprocessed> answer, bool raw)
    {
        var text = answer.Reply?.Texts[answer.Index];
        var error = input.Error ?? (text is null ? "Preprocess failed on this text." : text.Error);
        return error is null
            ? new WordsItem(input.Id, [.. text!.WordsOf(keptOnly: !raw).Select(word => new ItemWord(word.Word, word.Start, word.Length))], text!.Truncated, null)
            : new WordsItem(input.Id, [], false, error);
    }
}
