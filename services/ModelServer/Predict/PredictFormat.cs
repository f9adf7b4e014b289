namespace LabelPlatform.ModelServer.Predict;

/// <summary>How a request holds its tensors, and its reply too.</summary>
internal enum PredictFormat
{
    /// <summary><c>instances</c>: a list of examples; answered with <c>predictions</c>.</summary>
    Row,

    /// <summary><c>inputs</c>: whole tensors; answered with <c>outputs</c>.</summary>
    Columnar,
}
