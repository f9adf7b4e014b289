using System.Text;
using LabelPlatform.ModelsConfig;

namespace LabelPlatform.TrainingScheduler.Registry;

/// <summary>
/// <c>models.config</c>, written from the registry: of each model the live version, then the one before. Models that others wrote into it stay.
/// Readers see the old file or the new one: it is written beside it and renamed.
/// </summary>
internal sealed class ModelsConfigFile(TrainingFolders folders, ILogger<ModelsConfigFile> logger)
{
    /// <summary>Writes it, if it would change. The caller holds the registry's lock.</summary>
    public void Write(IReadOnlyList<Model> models)
    {
        Directory.CreateDirectory(folders.Models);
        var ours = models.Where(model => model.LiveVersion is not null).OrderBy(model => model.Name, StringComparer.Ordinal).Select(ToConfig).ToList();
        var names = ours.Select(model => model.Name).ToHashSet(StringComparer.Ordinal);
        var (current, configured) = Read();
        var others = configured.Where(model => !names.Contains(model.Name));
        var text = ModelsConfigWriter.Write([.. ours, .. others]);
        if (text != current)
            Replace(text);
    }

    private ConfiguredModel ToConfig(Model model)
    {
        long[] versions = model.PreviousVersion is { } previous && previous != model.LiveVersion
            ? [model.LiveVersion!.Value, previous]
            : [model.LiveVersion!.Value];
        return new ConfiguredModel(model.Name, folders.BasePathOf(model.Name), new SpecificVersions(versions));
    }

    /// <summary>The file as it is; no text where there is none, or one that is damaged.</summary>
    private (string? Text, IReadOnlyList<ConfiguredModel> Models) Read()
    {
        if (!File.Exists(folders.ModelsConfig))
            return (null, []);
        try
        {
            var text = TextProtoFile.Read(folders.ModelsConfig);
            return (text, ModelsConfigReader.Read(text, allowRelativePaths: true));
        }
        catch (InvalidDataException exception)
        {
            var copy = $"{folders.ModelsConfig}.damaged";
            File.Copy(folders.ModelsConfig, copy, overwrite: true);
            Log.ModelsConfigDamaged(logger, copy, exception.Message);
            return (null, []);
        }
    }

    private void Replace(string text)
    {
        var temporary = $"{folders.ModelsConfig}.{Guid.NewGuid():N}";
        try
        {
            using (var file = new FileStream(temporary, FileMode.CreateNew, FileAccess.Write))
            {
                file.Write(Encoding.UTF8.GetBytes(text));
                file.Flush(flushToDisk: true);
            }

            File.Move(temporary, folders.ModelsConfig, overwrite: true);
        }
        catch
        {
            File.Delete(temporary);
            throw;
        }
    }
}
