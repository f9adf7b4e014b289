namespace LabelPlatform.ModelServer.Monitoring;

/// <summary>Something that is measured.</summary>
internal interface IMetric
{
    /// <summary>Its name as TensorFlow has it: <c>/tensorflow/serving/request_count</c>.</summary>
    string Name { get; }

    void WriteTo(PrometheusWriter writer);
}
