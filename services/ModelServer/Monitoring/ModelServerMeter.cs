namespace LabelPlatform.ModelServer.Monitoring;

internal static class ModelServerMeter
{
    public const string Name = "LabelPlatform.ModelServer";
}
