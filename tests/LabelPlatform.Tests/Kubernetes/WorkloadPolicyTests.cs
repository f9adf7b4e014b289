using System.Text.Json.Nodes;
using LabelPlatform.ServiceDefaults;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Kubernetes;

/// <summary>What holds for every workload of every overlay.</summary>
public sealed class WorkloadPolicyTests
{
    // What a process needs to end, once its host has stopped.
    private const int SecondsToEnd = 5;

    // Neo4j's image writes its settings into itself.
    private static readonly string[] WritableRoots = ["neo4j"];

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Workload_HasAllProbes(string overlay) => Broken(overlay, workload =>
        from container in workload.IsJob ? [] : workload.Pod.Items("containers")
        from probe in (string[])["startupProbe", "readinessProbe", "livenessProbe"]
        where container[probe] is null
        select probe).ShouldBeEmpty();

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Workload_HasRequestsAndLimits(string overlay) => Broken(overlay, workload =>
        from container in workload.Containers
        from part in (string[])["requests", "limits"]
        from resource in (string[])["cpu", "memory"]
        where container["resources"]?[part]?[resource] is null
        select $"resources.{part}.{resource}").ShouldBeEmpty();

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Workload_HasOneDisruptionBudgetThatLetsNodesBeDrained(string overlay)
    {
        var manifests = Manifests.OfOverlay(overlay);
        Broken(overlay, workload =>
        {
            var budgets = manifests.Selecting(workload, "PodDisruptionBudget", "selector").ToArray();
            return workload.IsJob || (budgets.Length == 1 && (int?)budgets[0]["spec"]!["maxUnavailable"] >= 1) ? [] : [$"{budgets.Length} budgets"];
        }).ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Pod_IsRestricted(string overlay) => Broken(overlay, workload => PodProblems(workload.Pod)).ShouldBeEmpty();

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Container_IsRestricted(string overlay) => Broken(overlay, workload => workload.Containers.SelectMany(ContainerProblems)).ShouldBeEmpty();

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Container_CannotWriteItsImage(string overlay) => Broken(overlay, workload =>
        from container in workload.Containers
        where !WritableRoots.Contains(workload.Name) && (bool?)container["securityContext"]?["readOnlyRootFilesystem"] != true
        select "readOnlyRootFilesystem").ShouldBeEmpty();

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Image_HasAFixedTag(string overlay) => Broken(overlay, workload =>
        from container in workload.Containers
        let image = (string)container["image"]!
        let tag = image[(image.LastIndexOf('/') + 1)..].Split(':', '@').ElementAtOrDefault(1)
        where tag is null or "latest"
        select image).ShouldBeEmpty();

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Image_OfOurs_IsOfOneVersion(string overlay) => Manifests.OfOverlay(overlay).Workloads
        .Where(workload => workload.IsOurs)
        .SelectMany(workload => workload.Containers)
        .Select(container => ((string)container["image"]!).Split(':')[1])
        .Distinct()
        .ShouldHaveSingleItem();

    [Fact]
    public void Service_StopsFromTheInsideOut()
    {
        Shutdown.ConsumerStop.ShouldBeLessThan(Shutdown.BusStop);
        Shutdown.BusStop.ShouldBeLessThan(Shutdown.HostStop);
    }

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Pod_IsGivenTheTimeToStop(string overlay) => Broken(overlay, workload =>
        from container in workload is { IsOurs: true, IsJob: false } ? workload.Containers : []
        let before = (int?)container["lifecycle"]?["preStop"]?["sleep"]?["seconds"] ?? 0
        where ((int?)workload.Pod["terminationGracePeriodSeconds"] ?? 30) < before + Shutdown.HostStop.TotalSeconds + SecondsToEnd
        select "terminationGracePeriodSeconds").ShouldBeEmpty();

    /// <summary>Some volumes get their group from the pod that mounts them first, and keep it: whichever that is, all of them have to be able to write.</summary>
    [Theory]
    [ClassData(typeof(Overlays))]
    public void Pods_ThatShareAVolume_HaveOneGroup(string overlay)
    {
        var claims =
            from workload in Manifests.OfOverlay(overlay).Workloads
            from reference in workload.References()
            where reference.Kind == "PersistentVolumeClaim"
            group (int?)workload.Pod["securityContext"]?["fsGroup"] by reference.Name;
        foreach (var claim in claims)
            claim.Distinct().ShouldHaveSingleItem(claim.Key).ShouldNotBeNull(claim.Key);
    }

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Pod_BehindAService_WaitsUntilItIsAskedNoMore(string overlay)
    {
        var manifests = Manifests.OfOverlay(overlay);
        Broken(overlay, workload =>
            from service in manifests.Selecting(workload, "Service", "selector")
            where workload.IsOurs && (string?)service["spec"]!["clusterIP"] != "None"
            where workload.Containers.Any(container => container["lifecycle"]?["preStop"]?["sleep"] is null)
            select $"Service {service.Name()}, but no preStop").ShouldBeEmpty();
    }

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Pod_HasNoTokenOfTheKubernetesApi(string overlay)
    {
        var manifests = Manifests.OfOverlay(overlay);
        Broken(overlay, workload =>
        {
            var account = manifests.Of("ServiceAccount").SingleOrDefault(a => a.Name() == (string?)workload.Pod["serviceAccountName"]);
            return (bool?)workload.Pod["automountServiceAccountToken"] == false && (bool?)account?["automountServiceAccountToken"] == false
                ? []
                : ["automountServiceAccountToken"];
        }).ShouldBeEmpty();
        manifests.Objects.ShouldNotContain(o => o.Kind().Contains("Role", StringComparison.Ordinal));
    }

    [Theory]
    [ClassData(typeof(Overlays))]
    public void Pod_CarriesTheLabelsThatPeopleAndPoliciesLookFor(string overlay) => Broken(overlay, workload =>
        workload.Labels.GetValueOrDefault("app.kubernetes.io/part-of") == "labelplatform" && workload.Labels.GetValueOrDefault("app.kubernetes.io/name") == workload.Name
            ? []
            : ["labels"]).ShouldBeEmpty();

    private static IEnumerable<string> PodProblems(JsonObject pod)
    {
        if ((bool?)pod["securityContext"]?["runAsNonRoot"] != true)
            yield return "runAsNonRoot";
        if ((string?)pod["securityContext"]?["seccompProfile"]?["type"] != "RuntimeDefault")
            yield return "seccompProfile";
        if ((bool?)pod["enableServiceLinks"] != false)
            yield return "enableServiceLinks: a Service named like a setting would be one";
        foreach (var host in (string[])["hostNetwork", "hostPID", "hostIPC"])
        {
            if ((bool?)pod[host] == true)
                yield return host;
        }

        foreach (var volume in pod.Items("volumes").Where(volume => volume["hostPath"] is not null))
            yield return $"hostPath {volume["name"]}";
    }

    private static IEnumerable<string> ContainerProblems(JsonObject container)
    {
        var context = container["securityContext"];
        if ((bool?)context?["allowPrivilegeEscalation"] != false)
            yield return "allowPrivilegeEscalation";
        if (context?["capabilities"]?["drop"]?.ToJsonString() != """["ALL"]""" || context["capabilities"]!["add"] is not null)
            yield return "capabilities";
        if ((bool?)context?["privileged"] == true)
            yield return "privileged";
    }

    private static string[] Broken(string overlay, Func<Workload, IEnumerable<string>> problems) =>
        [.. Manifests.OfOverlay(overlay).Workloads.SelectMany(workload => problems(workload).Select(problem => $"{workload.Name}: {problem}"))];
}
