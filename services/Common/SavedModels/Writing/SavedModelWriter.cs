using Google.Protobuf;
using LabelPlatform.SavedModels.Graphs;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Writing;

/// <summary>Writes models.</summary>
public static class SavedModelWriter
{
    /// <summary>
    /// Writes <c>saved_model.pb</c> into a directory, which is made when it is not there, and does not return before it is on the disk. Servers pick
    /// up a directory as soon as its name is a number: write it under another name, then rename it.
    /// </summary>
    /// <exception cref="IOException">It cannot be written, or there is a model already.</exception>
    public static void Write(SavedModelProto model, string directory)
    {
        Directory.CreateDirectory(directory);
        using var file = new FileStream(Path.Combine(directory, SavedModelFile.Name), FileMode.CreateNew, FileAccess.Write);
        model.WriteTo(file);
        file.Flush(flushToDisk: true);
    }
}
