using System.Text.RegularExpressions;
using LabelPlatform.Testing;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Kubernetes;

/// <summary>What an object names is there.</summary>
public sealed partial class ReferenceTests
{
    private static readonly string[] Password = ["username", "password"];

    /// <summary>What people make themselves: <c>k8s/README.md</c> says how.</summary>
    private static readonly Dictionary<string, string[]> Documented = new(StringComparer.Ordinal)
    {
        ["labelplatform-rabbitmq"] = Password,
        ["labelplatform-postgres"] = Password,
        ["labelplatform-neo4j"] = Password,
    };

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Workload_NamesWhatIsThere(string overlay)
    {
        var manifests = Manifests.OfOverlay(overlay);
        var missing =
            from workload in manifests.Workloads
            from reference in workload.References()
            where !Exists(manifests, reference)
            select $"{workload.Name}: {reference}";
        missing.ShouldBeEmpty();
    }

    [Fact]
    public void Secret_ThatIsNotMadeHere_IsDocumented()
    {
        var readme = File.ReadAllText(Path.Combine(Repository.Root, "k8s", "README.md"));
        foreach (var secret in Documented.Keys.Concat(["labelplatform-tls", "labelplatform-rabbitmq-scaler"]))
            readme.ShouldContain(secret);
    }

    [Theory]
    [InlineData("production")]
    [InlineData("production-with-components")]
    public void Production_BringsNoSecret(string overlay) => Manifests.OfOverlay(overlay).Of("Secret").ShouldBeEmpty();

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Setting_IsNoPassword(string overlay)
    {
        var manifests = Manifests.OfOverlay(overlay);
        var variables =
            from workload in manifests.Workloads
            from container in workload.Containers
            from variable in container.Items("env")
            where variable["value"] is not null
            select (Name: (string)variable["name"]!, Value: (string)variable["value"]!);
        // Files (dashboards) are no settings.
        var settings =
            from map in manifests.Of("ConfigMap")
            from setting in map["data"]!.AsObject()
            let value = (string)setting.Value!
            where !value.Contains('\n', StringComparison.Ordinal)
            select (Name: setting.Key, Value: value);
        variables.Concat(settings).Where(setting => IsPassword(setting.Name, setting.Value)).Select(setting => setting.Name).ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Service_SelectsPodsThatHaveItsPorts(string overlay)
    {
        var manifests = Manifests.OfOverlay(overlay);
        var dangling =
            from service in manifests.Of("Service")
            let workload = manifests.Workloads.SingleOrDefault(w => PodSelector.Matches(service["spec"]!["selector"]!.AsObject(), w.Labels))
            where workload is null || service["spec"].Items("ports").Any(port => !Listens(workload, (string)port["targetPort"]!))
            select service.Name();
        dangling.ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Autoscaler_AloneSaysHowManyThereAre(string overlay)
    {
        var manifests = Manifests.OfOverlay(overlay);
        var targets = manifests.Of("HorizontalPodAutoscaler").Concat(manifests.Of("ScaledObject")).Select(o => (string)o["spec"]!["scaleTargetRef"]!["name"]!).ToArray();
        targets.ShouldBe(["api", "preprocess", "graph-match", "inference", "scoring"], ignoreOrder: true);
        foreach (var target in targets)
            manifests.Of("Deployment").Single(o => o.Name() == target)["spec"]!["replicas"].ShouldBeNull(target);
    }

    [Theory]
    [InlineData("production")]
    [InlineData("production-with-components")]
    public void Production_HasTwoOfEach(string overlay)
    {
        var manifests = Manifests.OfOverlay(overlay);
        var scaled = manifests.Of("HorizontalPodAutoscaler").Concat(manifests.Of("ScaledObject"))
            .ToDictionary(o => (string)o["spec"]!["scaleTargetRef"]!["name"]!, o => (int?)(o["spec"]!["minReplicas"] ?? o["spec"]!["minReplicaCount"]));
        foreach (var workload in manifests.Workloads.Where(w => w.Name != "otel-collector"))
            (scaled.GetValueOrDefault(workload.Name) ?? (int?)workload.Manifest["spec"]!["replicas"] ?? 1).ShouldBeGreaterThanOrEqualTo(2, workload.Name);
    }

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Ingress_LeadsToAService(string overlay)
    {
        var manifests = Manifests.OfOverlay(overlay);
        var backends =
            from ingress in manifests.Of("Ingress")
            from rule in ingress["spec"].Items("rules")
            from path in rule["http"].Items("paths")
            select path["backend"]!["service"]!;
        foreach (var backend in backends.ToArray())
        {
            var service = manifests.Of("Service").Single(o => o.Name() == (string)backend["name"]!);
            service["spec"].Items("ports").ShouldContain(port => (string?)port["name"] == (string?)backend["port"]!["name"]);
        }
    }

    private static bool Exists(Manifests manifests, (string Kind, string Name, string? Key) reference)
    {
        if (reference.Kind == "Secret" && manifests.Of("Secret").All(o => o.Name() != reference.Name))
            return Documented.TryGetValue(reference.Name, out var keys) && (reference.Key is null || keys.Contains(reference.Key));
        var found = manifests.Of(reference.Kind).SingleOrDefault(o => o.Name() == reference.Name);
        return found is not null && (reference.Key is null || found["data"]?[reference.Key] is not null);
    }

    private static bool Listens(Workload workload, string port) => workload.Pod.Items("containers").SelectMany(c => c.Items("ports")).Any(p => (string?)p["name"] == port);

    private static bool IsPassword(string name, string value) =>
        value.Length > 0 && !OnlyReferences().IsMatch(value) && (SecretName().IsMatch(name) || SecretInside().IsMatch(value));

    // $(A)/$(B): what other variables have, which are references to secrets themselves.
    [GeneratedRegex(@"^(\$\(\w+\)\W?)+$", RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex OnlyReferences();

    [GeneratedRegex("password|passwd|secret|token|_pass$|_auth$|apikey", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SecretName();

    [GeneratedRegex(@"password\s*=|pwd\s*=|://[^/\s]*:[^/\s]*@", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex SecretInside();
}
