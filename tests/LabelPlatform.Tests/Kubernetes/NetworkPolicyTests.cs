using System.Text.Json.Nodes;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Kubernetes;

/// <summary>Who may talk to whom.</summary>
public sealed class NetworkPolicyTests
{
    [Theory]
    [ClassData(typeof(Overlays))]
    public void Namespace_IsRestricted(string overlay)
    {
        var labels = Manifests.OfOverlay(overlay).Of("Namespace").ShouldHaveSingleItem()["metadata"]!["labels"]!;
        foreach (var mode in (string[])["enforce", "audit", "warn"])
            ((string?)labels[$"pod-security.kubernetes.io/{mode}"]).ShouldBe("restricted");
    }

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Workload_IsShutInBothDirections(string overlay)
    {
        var manifests = Manifests.OfOverlay(overlay);
        foreach (var workload in manifests.Workloads)
        {
            var policies = manifests.Selecting(workload, "NetworkPolicy", "podSelector").ToArray();
            foreach (var direction in (string[])["Ingress", "Egress"])
                policies.ShouldContain(policy => HasType(policy, direction), $"{workload.Name} has no policy for {direction}");
        }
    }

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Edge_NamesItsOtherEndAndItsPort(string overlay)
    {
        var open =
            from policy in Manifests.OfOverlay(overlay).Of("NetworkPolicy")
            from direction in (string[])["ingress", "egress"]
            from rule in policy["spec"].Items(direction)
            let ends = rule.Items(direction == "ingress" ? "from" : "to").ToArray()
            where ends.Length == 0 || ends.Any(IsAnybody) || !rule.Items("ports").Any()
            select policy.Name();
        open.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("labelplatform-rabbitmq", "to-rabbitmq")]
    [InlineData("labelplatform-neo4j", "to-neo4j")]
    [InlineData("labelplatform-postgres", "to-postgres")]
    public void Edge_IsOpenToThoseWhoHaveThePassword(string secret, string policy)
    {
        foreach (var overlay in (string[])["local", "production"])
        {
            var manifests = Manifests.OfOverlay(overlay);
            var workloads = manifests.Workloads.Where(workload => workload.IsOurs).ToArray();
            var edge = manifests.Of("NetworkPolicy").Single(o => o.Name() == policy);
            var allowed = workloads.Where(workload => PodSelector.Matches(edge["spec"]!["podSelector"]!.AsObject(), workload.Labels)).Select(w => w.Name);
            var knowing = workloads.Where(workload => workload.References().Any(reference => reference.Name == secret)).Select(w => w.Name);
            allowed.ShouldBe(knowing, ignoreOrder: true);
        }
    }

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Edge_BetweenPods_IsOpenAtBothEnds(string overlay)
    {
        var manifests = Manifests.OfOverlay(overlay);
        var outgoing = Edges(manifests, "egress", "to").Select(edge => (From: edge.Selected, To: edge.Other, edge.Port));
        var incoming = Edges(manifests, "ingress", "from").Select(edge => (From: edge.Other, To: edge.Selected, edge.Port));
        outgoing.ShouldBe(incoming, ignoreOrder: true);
    }

    /// <summary>The edges between pods of the namespace: who is selected, who is named, on which port.</summary>
    private static IEnumerable<(string Selected, string Other, int Port)> Edges(Manifests manifests, string direction, string end) => (
        from policy in manifests.Of("NetworkPolicy")
        from rule in policy["spec"].Items(direction)
        from selector in rule.Items(end).Where(peer => peer["namespaceSelector"] is null).Select(peer => peer["podSelector"]).OfType<JsonObject>()
        from port in rule.Items("ports")
        from selected in manifests.Workloads.Where(w => PodSelector.Matches(policy["spec"]!["podSelector"]!.AsObject(), w.Labels))
        from other in manifests.Workloads.Where(w => PodSelector.Matches(selector, w.Labels))
        select (selected.Name, other.Name, (int)port["port"]!)).Distinct();

    private static bool IsAnybody(JsonObject peer) => peer["ipBlock"] is { } block
        ? (string?)block["cidr"] is "0.0.0.0/0" or "::/0"
        : peer["podSelector"] is not JsonObject { Count: > 0 } && peer["namespaceSelector"] is not JsonObject { Count: > 0 };

    private static bool HasType(JsonObject policy, string type) => policy["spec"]!["policyTypes"]!.AsArray().Any(t => (string?)t == type);
}
