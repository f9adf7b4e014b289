using LabelPlatform.Testing;

namespace LabelPlatform.Tests.Kubernetes;

/// <summary>A copy of <c>k8s/</c> and <c>telemetry/</c> in which the secrets of <c>local</c> are made, and overlays that take in the components.</summary>
internal sealed class OverlayCopy : IDisposable
{
    private static readonly string[] Secrets = ["rabbitmq", "postgres", "neo4j"];

    private readonly string _root = Directory.CreateTempSubdirectory("labelplatform-k8s-").FullName;

    public OverlayCopy()
    {
        Copy("k8s");
        Copy("telemetry");
        var secrets = Directory.CreateDirectory(Path.Combine(FolderOf("local"), "secrets")).FullName;
        foreach (var secret in Secrets)
            File.WriteAllText(Path.Combine(secrets, $"{secret}.env"), "username=test\npassword=test\n");

        Write("production-with-components", "../production", "../../components/keda", "../../components/tensorflow-serving", "../../../telemetry");
        Write("local-with-telemetry", "../local", "../../../telemetry");
    }

    public string FolderOf(string overlay) => Path.Combine(_root, "k8s", "overlays", overlay);

    public void Dispose() => Directory.Delete(_root, recursive: true);

    private void Write(string name, string overlay, params string[] components)
    {
        var folder = Directory.CreateDirectory(FolderOf(name)).FullName;
        File.WriteAllText(
            Path.Combine(folder, "kustomization.yaml"),
            $"namespace: labelplatform\nresources: [{overlay}]\ncomponents: [{string.Join(", ", components)}]\n");
    }

    private void Copy(string name)
    {
        var from = Path.Combine(Repository.Root, name);
        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var to = Path.Combine(_root, name, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            File.Copy(file, to);
        }
    }
}
