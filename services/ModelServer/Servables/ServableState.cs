namespace LabelPlatform.ModelServer.Servables;

/// <summary>Where a version is in its life, in TensorFlow Serving's words and numbers.</summary>
public enum ServableState
{
    Unknown = 0,
    Start = 10,
    Loading = 20,
    Available = 30,
    Unloading = 40,
    End = 50,
}
