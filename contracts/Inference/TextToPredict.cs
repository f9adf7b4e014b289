using System.Text.Json.Serialization;
using LabelPlatform.Contracts.Preprocessing;

namespace LabelPlatform.Contracts.Inference;

/// <summary>One text with something ambiguous in it.</summary>
/// <param name="Text">The part of the text that was cut into words.</param>
/// <param name="Words">Every word of it, the filtered ones too: some models see those.</param>
/// <param name="Labels">The candidates: the labels of its ambiguous words, each once.</param>
/// <param name="Deadline">UTC. What no model has answered by then is a <see cref="PredictionFailure"/>.</param>
public sealed record TextToPredict(
    string Text,
    [property: JsonConverter(typeof(SegmentedWordsConverter))] SegmentedWord[] Words,
    string[] Labels,
    DateTime Deadline);
