using Microsoft.Extensions.Options;

namespace LabelPlatform.ServiceDefaults;

/// <summary>Tells failures to start that the operator can mend from defects.</summary>
internal static class StartupFailure
{
    /// <summary>One line for people, or null when the exception is a defect whose stack trace is wanted.</summary>
    public static string? Describe(Exception exception) => exception switch
    {
        OptionsValidationException invalid => string.Join(' ', invalid.Failures),
        InvalidConfigurationException invalid => invalid.Message,
        IOException io => io.Message,
        UnauthorizedAccessException denied => denied.Message,
        AggregateException { InnerExceptions.Count: 1 } one => Describe(one.InnerExceptions[0]),
        _ => null,
    };
}
