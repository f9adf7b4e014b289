using LabelPlatform.Contracts.Inference;
using LabelPlatform.Contracts.Preprocessing;
using LabelPlatform.Inference;
using LabelPlatform.Inference.Catalog;
using LabelPlatform.Testing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Time.Testing;

namespace LabelPlatform.Tests.Inference;

/// <summary>Inference as its service builds it, without a bus and with a clock that only the test moves.</summary>
internal sealed class InferenceHost : IDisposable
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<string>> NoAncestors = new Dictionary<string, IReadOnlyList<string>>();

    private readonly IHost _host;

    public InferenceHost(params IEnumerable<(string Key, string Value)> settings)
    {
        var builder = Host.CreateEmptyApplicationBuilder(new HostApplicationBuilderSettings());
        builder.Configuration.AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create($"Inference:{setting.Key}", (string?)setting.Value)));
        builder.Services.AddLogging();
        builder.Services.AddSingleton<TimeProvider>(Time);
        builder.AddInference();
        _host = builder.Build();
        Catalogs.Refresh();
    }

    /// <summary>The models of a folder, on servers that have them all.</summary>
    public InferenceHost(ModelFolder models, params IEnumerable<StubServer> servers)
        : this([("ModelsConfig", models.Config), .. servers.Select((server, i) => ($"Servers:{i}:Url", server.Url))])
    {
    }

    public FakeTimeProvider Time { get; } = new(new DateTimeOffset(2026, 11, 22, 8, 0, 0, TimeSpan.Zero));

    public ModelCatalogSource Catalogs => _host.Services.GetRequiredService<ModelCatalogSource>();

    /// <summary>A deadline two seconds from now.</summary>
    public DateTime Deadline => Time.GetUtcNow().UtcDateTime.AddSeconds(2);

    /// <summary>A text of these words, all of them kept, and its candidates.</summary>
    public TextToPredict Text(string[] words, params string[] labels)
    {
        var segmented = new List<SegmentedWord>();
        foreach (var word in words)
            segmented.Add(new SegmentedWord(segmented.Sum(before => before.Length), word.EnumerateRunes().Count(), Kept: true));
        return new TextToPredict(string.Concat(words), [.. segmented], labels, Deadline);
    }

    public async Task<PredictedText> PredictAsync(TextToPredict text) => (await PredictAsync([text])).Single();

    public async Task<IReadOnlyList<PredictedText>> PredictAsync(
        IReadOnlyList<TextToPredict> texts, IReadOnlyDictionary<string, IReadOnlyList<string>>? ancestors = null)
    {
        var predictor = _host.Services.GetRequiredService<LabelPredictor>();
        var predicted = await predictor.PredictAsync(new PredictLabels([.. texts], ancestors ?? NoAncestors), CancellationToken.None)
            .WaitAsync(TimeSpan.FromSeconds(30));
        return predicted.Texts;
    }

    public Task<HealthReport> HealthAsync() => _host.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync();

    public void Dispose() => _host.Dispose();
}
