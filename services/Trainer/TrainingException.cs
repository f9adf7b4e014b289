namespace LabelPlatform.Trainer;

/// <summary>The job cannot be done; the message says why and what to do.</summary>
internal sealed class TrainingException(string message, Exception? innerException = null) : Exception(message, innerException);
