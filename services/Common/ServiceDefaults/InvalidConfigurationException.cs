namespace LabelPlatform.ServiceDefaults;

/// <summary>A setting that cannot be used, found while starting. The message names the setting and says what to do.</summary>
public sealed class InvalidConfigurationException(string message, Exception? inner = null) : Exception(message, inner);
