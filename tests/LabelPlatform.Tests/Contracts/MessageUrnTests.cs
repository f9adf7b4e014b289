using System.Text.Json.Serialization;
using LabelPlatform.Contracts.Preprocessing;
using MassTransit;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Contracts;

/// <summary>A message's full name is its identity on the wire: renaming or moving one cuts off every service of another version.</summary>
public sealed class MessageUrnTests
{
    [Fact]
    public void Contracts_EveryMessage_KeepsItsUrn()
    {
        var urns = typeof(PreprocessTexts).Assembly.GetExportedTypes()
            .Where(type => type is { IsClass: true, IsAbstract: false } && !type.IsAssignableTo(typeof(JsonConverter)))
            .Select(type => MessageUrn.ForTypeString(type).Replace("urn:message:LabelPlatform.Contracts.", "", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal);

        urns.ShouldBe(
        [
            "GraphMatching:LabelsMatched",
            "GraphMatching:MatchLabels",
            "GraphMatching:MatchedText",
            "GraphMatching:MatchedWord",
            "GraphMatching:TextToMatch",
            "Inference:LabelPrediction",
            "Inference:LabelsPredicted",
            "Inference:PredictLabels",
            "Inference:PredictedText",
            "Inference:PredictionFailure",
            "Inference:TextToPredict",
            "LabelGraph:EditLabelGraph",
            "LabelGraph:ExportLabelGraph",
            "LabelGraph:GetLabel",
            "LabelGraph:GetLabelGraph",
            "LabelGraph:ImportLabelGraph",
            "LabelGraph:LabelFound",
            "LabelGraph:LabelGraphChanged",
            "LabelGraph:LabelGraphEdit",
            "LabelGraph:LabelGraphEdited",
            "LabelGraph:LabelGraphExported",
            "LabelGraph:LabelGraphFound",
            "LabelGraph:LabelGraphIssue",
            "LabelGraph:LabelGraphRejected",
            "LabelGraph:LabelNode",
            "LabelGraph:LabelNotFound",
            "Labeling:LabeledText",
            "Labeling:TextsLabeled",
            "Preprocessing:PreprocessTexts",
            "Preprocessing:PreprocessedText",
            "Preprocessing:TextToPreprocess",
            "Preprocessing:TextsPreprocessed",
            "Scoring:LabelEvidence",
            "Scoring:LabelsScored",
            "Scoring:ScoreLabels",
            "Scoring:ScoredLabel",
            "Scoring:ScoredText",
            "Scoring:TextToScore",
        ]);
    }
}
