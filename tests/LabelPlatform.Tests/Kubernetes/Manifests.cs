using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using YamlDotNet.Core;
using YamlDotNet.Core.Events;
using YamlDotNet.Serialization;

namespace LabelPlatform.Tests.Kubernetes;

/// <summary>All objects of a rendered overlay.</summary>
internal sealed class Manifests
{
    private static readonly ConcurrentDictionary<string, Lazy<Manifests>> Rendered = new(StringComparer.Ordinal);

    private Manifests(IReadOnlyList<JsonObject> objects)
    {
        Objects = objects;
        Workloads = [.. objects.Where(o => o["spec"]?["template"]?["spec"] is not null).Select(o => new Workload(o))];
    }

    public IReadOnlyList<JsonObject> Objects { get; }

    /// <summary>Deployments, StatefulSets and Jobs.</summary>
    public IReadOnlyList<Workload> Workloads { get; }

    /// <summary>The objects of a kind.</summary>
    public IEnumerable<JsonObject> Of(string kind) => Objects.Where(o => o.Kind() == kind);

    /// <summary>The objects of a kind that select a workload's pods with what is at <c>spec.SELECTOR</c>.</summary>
    public IEnumerable<JsonObject> Selecting(Workload workload, string kind, string selector) =>
        Of(kind).Where(o => PodSelector.Matches(o["spec"]![selector]!.AsObject(), workload.Labels));

    /// <summary>The overlay of that name, rendered once; secrets that a person makes are made up.</summary>
    public static Manifests OfOverlay(string name) => Rendered.GetOrAdd(name, key => new Lazy<Manifests>(() => Render(key))).Value;

    private static Manifests Render(string name)
    {
        using var copy = new OverlayCopy();
        return new Manifests([.. Parse(Kubectl.Kustomize(copy.FolderOf(name)))]);
    }

    private static IEnumerable<JsonObject> Parse(string yaml)
    {
        var deserializer = new DeserializerBuilder().WithAttemptingUnquotedStringTypeDeserialization().Build();
        var json = new SerializerBuilder().JsonCompatible().Build();
        var parser = new Parser(new StringReader(yaml));
        parser.Consume<StreamStart>();
        while (parser.Accept<DocumentStart>(out _))
            yield return JsonNode.Parse(json.Serialize(deserializer.Deserialize(parser)))!.AsObject();
    }
}
