namespace LabelPlatform.SavedModels.Checkpoints;

/// <summary>Says of an error where it is, and makes one of ours of the file system's and protobuf's.</summary>
internal static class CheckpointErrors
{
    /// <summary>Whether a file can be the cause of it.</summary>
    public static bool IsExpected(Exception exception) => exception is SavedModelException or IOException or UnauthorizedAccessException;

    public static SavedModelException At(string place, Exception exception) =>
        new(CodeOf(exception), $"{place}: {exception.Message}", exception);

    private static StatusCode CodeOf(Exception exception) => exception switch
    {
        SavedModelException ours => ours.Code,
        Google.Protobuf.InvalidProtocolBufferException => StatusCode.DataLoss,
        FileNotFoundException or DirectoryNotFoundException => StatusCode.NotFound,
        UnauthorizedAccessException => StatusCode.PermissionDenied,
        _ => StatusCode.Unavailable,
    };
}
