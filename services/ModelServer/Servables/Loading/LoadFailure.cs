using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Servables.Loading;

/// <summary>Says what a failure to load is in TensorFlow's terms.</summary>
internal static class LoadFailure
{
    public static SavedModelException Describe(Exception exception) => exception switch
    {
        SavedModelException failure => failure,
        FileNotFoundException or DirectoryNotFoundException => new SavedModelException(StatusCode.NotFound, exception.Message, exception),
        UnauthorizedAccessException => new SavedModelException(StatusCode.PermissionDenied, exception.Message, exception),
        IOException => new SavedModelException(StatusCode.Unavailable, exception.Message, exception),
        OutOfMemoryException => new SavedModelException(StatusCode.ResourceExhausted, "There is not enough memory for it.", exception),
        _ => new SavedModelException(StatusCode.Internal, $"{exception.GetType().Name}: {exception.Message}", exception),
    };
}
