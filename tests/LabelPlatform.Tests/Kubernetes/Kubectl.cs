using System.Diagnostics;
using LabelPlatform.Testing;

namespace LabelPlatform.Tests.Kubernetes;

/// <summary>
/// kubectl of <c>LABELPLATFORM_TEST_KUBECTL</c> or the path; else that of <c>../shared/k8s</c>, which is unpacked once a machine.
/// </summary>
internal static class Kubectl
{
    private static readonly Lazy<string[]> Command = new(Find);

    /// <summary>What <c>kubectl kustomize FOLDER</c> prints.</summary>
    public static string Kustomize(string folder)
    {
        var command = Command.Value;
        using var process = Process.Start(new ProcessStartInfo(command[0], [.. command[1..], "kustomize", folder])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0
            ? output
            : throw new InvalidOperationException($"kubectl kustomize {folder} ended with {process.ExitCode}: {error.GetAwaiter().GetResult()}");
    }

    private static string[] Find()
    {
        if (Environment.GetEnvironmentVariable("LABELPLATFORM_TEST_KUBECTL") is { Length: > 0 } given)
            return [given];
        var onPath = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator)
            .Select(folder => Path.Combine(folder, "kubectl"))
            .FirstOrDefault(File.Exists);
        return onPath is not null ? [onPath] : [Unpack(SharedFolder.Get("k8s", "kube.xz")), "kubectl"];
    }

    private static string Unpack(string archive)
    {
        var size = new FileInfo(archive).Length;
        var program = Path.Combine(Path.GetTempPath(), $"labelplatform-kube-{size}");
        if (File.Exists(program))
            return program;
        var part = $"{program}.{Environment.ProcessId}";
        using (var xz = Process.Start("/bin/sh", ["-c", "xz -dc \"$0\" >\"$1\" && chmod 755 \"$1\"", archive, part]))
        {
            xz.WaitForExit();
            if (xz.ExitCode != 0)
                throw new InvalidOperationException($"{archive} could not be unpacked.");
        }

        // Renamed: another test run never sees half of it.
        File.Move(part, program, overwrite: true);
        return program;
    }
}
