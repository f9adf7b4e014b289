using System.Text.Json;
using System.Text.RegularExpressions;
using LabelPlatform.Api.Requests;
using LabelPlatform.Contracts.Training;

namespace LabelPlatform.Api.Training;

/// <summary>Reads the field <c>labels</c> of a request for training.</summary>
internal static partial class LabelsToTrainReader
{
    private const int MaxLabels = 1000;
    private const int MaxTitleLength = 100;

    /// <summary>The labels; null stands for every label of the dataset.</summary>
    public static IReadOnlyList<LabelToTrain>? Read(JsonFields body)
    {
        var value = body.Find("labels");
        if (value is { ValueKind: JsonValueKind.String } text && text.ValueEquals("all"u8))
            return null;
        if (value is not { ValueKind: JsonValueKind.Array } list)
            throw new InvalidRequestException("labels must be \"all\" or a list of labels: titles, or objects like {\"label\":\"汽车\",\"model\":\"car\"}.");

        var count = list.GetArrayLength();
        if (count == 0)
            throw new InvalidRequestException("labels is empty; name at least one label, or send \"all\".");
        if (count > MaxLabels)
            throw new InvalidRequestException($"labels holds {count:N0} labels; at most {MaxLabels:N0} are allowed in a run.");
        return ReadAll(list, count);
    }

    private static LabelToTrain[] ReadAll(JsonElement list, int count)
    {
        var labels = new LabelToTrain[count];
        var (titles, models) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        var index = 0;
        foreach (var item in list.EnumerateArray())
        {
            var path = $"labels[{index}]";
            var label = ReadLabel(item, path);
            if (!titles.Add(label.Label))
                throw new InvalidRequestException($"{path} is there already: {label.Label}.");
            if (label.Model is { } model && !models.Add(model))
                throw new InvalidRequestException($"{path}.model is the model of another label already: {model}.");
            labels[index++] = label;
        }

        return labels;
    }

    private static LabelToTrain ReadLabel(JsonElement item, string path)
    {
        if (item.ValueKind is JsonValueKind.String)
        {
            return item.TryGetText(out var title) && !string.IsNullOrWhiteSpace(title) && title.Length <= MaxTitleLength
                ? new LabelToTrain(title)
                : throw new InvalidRequestException($"{path} must be a string of 1 to {MaxTitleLength} characters.");
        }

        if (item.ValueKind is not JsonValueKind.Object)
            throw new InvalidRequestException($"{path} must be a string or an object like {{\"label\":\"汽车\",\"model\":\"car\"}}.");

        var fields = JsonFields.Of(item, path, "label", "model");
        var model = fields.Text("model", 64);
        if (model is not null && !ModelName.IsMatch(model))
            throw new InvalidRequestException($"{path}.model must be 1 to 64 of the characters a-z, 0-9, _ and -; it was {model}.");
        return new LabelToTrain(fields.RequiredText("label", MaxTitleLength), model);
    }

    [GeneratedRegex(@"\A[a-z0-9_-]{1,64}\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex ModelName { get; }
}
