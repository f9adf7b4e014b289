using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using LabelPlatform.ServiceDefaults.Health;
using LabelPlatform.ServiceDefaults.Telemetry;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace LabelPlatform.ServiceDefaults;

/// <summary>What every service starts with.</summary>
public static class ServiceDefaultsExtensions
{
    /// <summary>Adds telemetry, health checks, JSON conventions and problem details.</summary>
    public static TBuilder AddServiceDefaults<TBuilder>(this TBuilder builder)
        where TBuilder : IHostApplicationBuilder
    {
        builder.Configuration.AddLogLevels();
        builder.AddTelemetry();
        builder.AddHealth();
        builder.AddShutdown();
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Services.AddProblemDetails();
        builder.Services.ConfigureHttpJsonOptions(json =>
        {
            // Chinese text stays readable in answers; they are never embedded in HTML.
            json.SerializerOptions.Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
            json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.Never;
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false));
        });
        return builder;
    }

    /// <summary>
    /// Runs the service. What the operator can mend (a wrong setting, a port in use) is said in one line instead of a stack trace.
    /// </summary>
    /// <returns>The exit code: 0 after a shutdown, 1 when the service could not start.</returns>
    public static Task<int> RunServiceAsync(this WebApplication app) => RunAsync(app, async () =>
    {
        // The host would check the options, too, but log a stack trace first.
        app.Services.GetService<IStartupValidator>()?.Validate();
        foreach (var task in app.Services.GetServices<IStartupTask>())
            await task.RunAsync(app.Lifetime.ApplicationStopping);
        await app.RunAsync();
        return 0;
    });

    /// <summary>Runs a service that does one thing and ends; its failure to start is told as that of <see cref="RunServiceAsync"/>.</summary>
    /// <returns>The exit code that the work gives, or 1 when the service could not start.</returns>
    public static Task<int> RunOnceAsync<TWork>(this IHost host, Func<TWork, CancellationToken, Task<int>> work)
        where TWork : notnull => RunAsync(host, async () =>
    {
        host.Services.GetService<IStartupValidator>()?.Validate();
        await host.StartAsync();
        var stopping = host.Services.GetRequiredService<IHostApplicationLifetime>().ApplicationStopping;
        var exitCode = await work(host.Services.GetRequiredService<TWork>(), stopping);
        await host.StopAsync(CancellationToken.None);
        return exitCode;
    });

    private static async Task<int> RunAsync(IHost host, Func<Task<int>> run)
    {
        // RunAsync disposes of the services, also when the start failed.
        var name = host.Services.GetRequiredService<IHostEnvironment>().ApplicationName;
        try
        {
            return await run();
        }
        catch (Exception exception) when (StartupFailure.Describe(exception) is { } failure)
        {
            await Console.Error.WriteLineAsync($"{name} could not start: {failure}");
            return 1;
        }
    }
}
