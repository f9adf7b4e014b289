using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace LabelPlatform.ServiceDefaults;

/// <summary>Options that are checked before the service answers its first request.</summary>
public static class OptionsExtensions
{
    /// <summary>Binds a section of the configuration; its data annotations are checked at start.</summary>
    public static OptionsBuilder<TOptions> AddValidatedOptions<TOptions>(this IServiceCollection services, string section)
        where TOptions : class =>
        services.AddOptions<TOptions>().BindConfiguration(section).ValidateDataAnnotations().ValidateOnStart();
}
