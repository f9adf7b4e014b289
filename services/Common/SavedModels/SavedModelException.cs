namespace LabelPlatform.SavedModels;

/// <summary>A model cannot be loaded, or a request to it cannot be answered; the message is for the person who has to mend it.</summary>
public sealed class SavedModelException(StatusCode code, string message, Exception? innerException = null) : Exception(message, innerException)
{
    /// <summary>What kind of error it is, as TensorFlow would say.</summary>
    public StatusCode Code { get; } = code;
}
