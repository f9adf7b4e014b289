using System.Globalization;
using LabelPlatform.ModelServer;
using LabelPlatform.ModelServer.Servables;
using LabelPlatform.ModelServer.Servables.Loading;
using LabelPlatform.ModelServer.Servables.Sources;
using LabelPlatform.SavedModels;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;
using Shouldly;

namespace LabelPlatform.Tests.ModelServer.Servables;

/// <summary>
/// The models as the service has them, with folders of their own, a loader that loads nothing, and a clock that only the test moves.
/// </summary>
internal sealed class ServablesHost : IDisposable
{
    private readonly string _root = Directory.CreateTempSubdirectory("labelplatform-servables-").FullName;
    private readonly FakeTimeProvider _time = new();
    private IHost? _host;

    public FakeLoader Loader { get; } = new();

    public string Config => Path.Combine(_root, "models.config");

    public ServableManager Manager => _host!.Services.GetRequiredService<ServableManager>();

    public ServableSource Source => _host!.Services.GetRequiredService<ServableSource>();

    public string Folder(string model, long version) => Path.Combine(BasePath(model), version.ToString(CultureInfo.InvariantCulture));

    public string BasePath(string model) => Path.Combine(_root, model);

    /// <summary>Puts a version in place, good or failing with a message, as it is done for a running server: at once.</summary>
    public void AddVersion(string model, long version, string content = "good")
    {
        var staging = Directory.CreateDirectory(Path.Combine(_root, ".staging")).FullName;
        File.WriteAllText(Path.Combine(staging, "saved_model.pb"), content);
        Directory.CreateDirectory(BasePath(model));
        Directory.Move(staging, Folder(model, version));
    }

    public void RemoveVersion(string model, long version) => Directory.Delete(Folder(model, version), recursive: true);

    /// <summary>Writes <c>models.config</c> with these models, each with what stands in its <c>config</c> besides name and path.</summary>
    public void Configure(params (string Model, string More)[] models) => File.WriteAllText(
        Config,
        $"model_config_list {{ {string.Join('\n', models.Select(model => $"config {{ name: '{model.Model}' base_path: '{BasePath(model.Model)}' {model.More} }}"))} }}");

    public async Task StartAsync(params (string Key, string Value)[] settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection([new("ModelServer:ModelConfigFile", Config)]);
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"ModelServer:{setting.Key}", (string?)setting.Value)));
        builder.Services.AddLogging();
        builder.Services.AddSingleton<TimeProvider>(_time);
        builder.AddModelServer();
        builder.Services.AddSingleton<IServableLoader>(Loader);
        _host = builder.Build();
        await _host.StartAsync();
    }

    /// <summary>Starts with one model and waits until its versions are what they are going to be.</summary>
    public async Task StartAsync(string model, params (string Key, string Value)[] settings)
    {
        Configure((model, ""));
        await StartAsync(settings);
        await UntilAsync(() => Manager.IsStarted);
    }

    /// <summary>Moves the clock: what is due then happens on other threads.</summary>
    public void Advance(TimeSpan time) => _time.Advance(time);

    public Task UntilAsync(string model, params string[] states) => UntilAsync(() => States(model).SequenceEqual(states));

    public async Task UntilAsync(Func<bool> condition)
    {
        while (true)
        {
            var change = Manager.NextChange;
            if (condition())
                return;
            await change.WaitAsync(TimeSpan.FromSeconds(30));
        }
    }

    /// <summary>The versions, newest first, as <c>2 Available</c>, or <c>1 End DataLoss cut off</c>.</summary>
    public string[] States(string model)
    {
        try
        {
            return [.. Manager.Statuses(model, null).Select(status => $"{status.Version} {status.State}{(status.Code is StatusCode.Ok ? "" : $" {status.Code} {status.Message}")}")];
        }
        catch (SavedModelException exception)
        {
            exception.Code.ShouldBe(StatusCode.NotFound);
            exception.Message.ShouldBe($"Could not find any versions of model {model}");
            return [];
        }
    }

    public long Served(string model, string? label = null)
    {
        using var handle = Manager.Acquire(new ServableRequest(model, Label: label));
        return handle.Version;
    }

    public SavedModelException Refused(ServableRequest request) => Should.Throw<SavedModelException>(() => Manager.Acquire(request));

    public Task<HealthReport> HealthAsync() => _host!.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

    public void Dispose()
    {
        _host?.Dispose();
        Directory.Delete(_root, recursive: true);
    }
}
