using System.Diagnostics;

namespace LabelPlatform.Testing;

/// <summary>The reference models of <c>../shared/keras-goldens</c>, made with real Keras.</summary>
internal static class KerasGoldens
{
    private static readonly Lazy<string> Headlines = new(UnpackHeadlines);

    /// <summary>One made of texts written for it: <c>food</c> or <c>sports</c>.</summary>
    public static KerasGolden Synthetic(string name) => new(SharedFolder.Get("keras-goldens", "synthetic", name));

    /// <summary>One made of real headlines: <c>game</c> or <c>car</c>.</summary>
    public static KerasGolden OfHeadlines(string name) => new(Path.Combine(Headlines.Value, "headlines", name));

    /// <summary>By its name in the archive: <c>synthetic/food</c>, <c>headlines/car</c>.</summary>
    public static KerasGolden Get(string name) =>
        name.Split('/') is ["headlines", var label] ? OfHeadlines(label) : Synthetic(name.Split('/')[1]);

    private static string UnpackHeadlines()
    {
        var archive = SharedFolder.Get("keras-goldens", "headlines.tar.xz");
        var folder = Directory.CreateTempSubdirectory("labelplatform-goldens-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(folder, recursive: true);
        using var tar = Process.Start("tar", ["-xJf", archive, "-C", folder]);
        tar.WaitForExit();
        return tar.ExitCode == 0 ? folder : throw new InvalidOperationException($"tar could not unpack {archive}.");
    }
}
