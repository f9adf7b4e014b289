namespace LabelPlatform.Tests.ModelServer;

/// <summary>Cases of <see cref="ServingCases"/> that no test runs, and why.</summary>
internal static class LeftOutCases
{
    private const string NoExamples = "classify and regress are not served: they answer 501 and name :predict";
    private const string NoGrpc = "there is no gRPC interface";

    public static readonly IReadOnlyDictionary<string, string> Reasons = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["classify-latest"] = NoExamples,
        ["classify-label"] = NoExamples,
        ["server-classify"] = NoExamples,
        ["server-regress"] = NoExamples,
        ["cr-context-and-signature"] = NoExamples,
        ["cr-err-context-list"] = NoExamples,
        ["cr-err-examples-object"] = NoExamples,
        ["cr-err-null-element"] = NoExamples,
        ["cr-err-object-element"] = NoExamples,
        ["cr-err-array-element"] = NoExamples,
        ["cr-err-uint64"] = NoExamples,
        ["cr-err-no-examples"] = NoExamples,
        ["cr-err-empty-examples"] = NoExamples,
        ["out-regress"] = NoExamples,
        ["out-err-classify-empty"] = NoExamples,
        ["grpc-empty-model-name"] = NoGrpc,
        ["grpc-unknown-model"] = NoGrpc,
        ["grpc-no-inputs"] = NoGrpc,
        ["grpc-wrong-input-key"] = NoGrpc,
        ["grpc-wrong-output-filter"] = NoGrpc,
        ["grpc-duplicate-output-filter"] = NoGrpc,
        ["grpc-wrong-input-type"] = NoGrpc,
        ["http-prometheus-query-string"] = "the metrics page is no part of the REST interface: When_metrics_are_scraped asks it",
        ["out-err-complex64"] = "no tensor of ours holds complex numbers; out-err-half takes the same way",
        ["status-ok-writes-nothing"] = "only exceptions are written as errors, and none of them is OK",
    };
}
