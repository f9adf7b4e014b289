using System.Text.Json.Nodes;

namespace LabelPlatform.Tests.Kubernetes;

/// <summary>A Deployment, StatefulSet or Job, and the pods it makes.</summary>
internal sealed class Workload(JsonObject manifest)
{
    public JsonObject Manifest => manifest;

    public string Name => manifest.Name();

    /// <summary>Whether it ends by itself: nobody waits for it to be ready, and it may be ended and tried again.</summary>
    public bool IsJob => manifest.Kind() == "Job";

    public JsonObject Pod => manifest["spec"]!["template"]!["spec"]!.AsObject();

    public IReadOnlyDictionary<string, string> Labels =>
        manifest["spec"]!["template"]!["metadata"]!["labels"]!.AsObject().ToDictionary(l => l.Key, l => (string)l.Value!, StringComparer.Ordinal);

    public IEnumerable<JsonObject> Containers => Pod.Items("initContainers").Concat(Pod.Items("containers"));

    /// <summary>Whether the images are the project's own.</summary>
    public bool IsOurs => Containers.All(c => ((string)c["image"]!).StartsWith("labelplatform/", StringComparison.Ordinal));

    /// <summary>Every key of a Secret or ConfigMap that is asked for; the key is null where all of it is.</summary>
    public IEnumerable<(string Kind, string Name, string? Key)> References()
    {
        foreach (var container in Containers)
        {
            foreach (var source in container.Items("envFrom"))
            {
                if (source["configMapRef"] is { } map)
                    yield return ("ConfigMap", (string)map["name"]!, null);
                if (source["secretRef"] is { } secret)
                    yield return ("Secret", (string)secret["name"]!, null);
            }

            foreach (var from in container.Items("env").Select(env => env["valueFrom"]).OfType<JsonNode>())
            {
                if (from["configMapKeyRef"] is { } map)
                    yield return ("ConfigMap", (string)map["name"]!, (string)map["key"]!);
                if (from["secretKeyRef"] is { } secret)
                    yield return ("Secret", (string)secret["name"]!, (string)secret["key"]!);
            }
        }

        foreach (var volume in Pod.Items("volumes"))
        {
            if (volume["configMap"] is { } map)
                yield return ("ConfigMap", (string)map["name"]!, null);
            if (volume["secret"] is { } secret)
                yield return ("Secret", (string)secret["secretName"]!, null);
            if (volume["persistentVolumeClaim"] is { } claim)
                yield return ("PersistentVolumeClaim", (string)claim["claimName"]!, null);
        }
    }
}
