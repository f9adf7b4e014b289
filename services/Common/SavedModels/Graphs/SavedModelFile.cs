using Google.Protobuf;
using LabelPlatform.SavedModels.Protos;

namespace LabelPlatform.SavedModels.Graphs;

/// <summary>Reads <c>saved_model.pb</c>.</summary>
internal static class SavedModelFile
{
    public const string Name = "saved_model.pb";

    // What we never use (object graphs, debug information) is not kept, and messages may not nest deeper than protobuf's usual 100.
    private static readonly MessageParser<SavedModelProto> Parser = SavedModelProto.Parser.WithDiscardUnknownFields(true);

    /// <exception cref="SavedModelException">It is not there, or damaged.</exception>
    public static SavedModelProto Read(string directory)
    {
        var path = Path.Combine(directory, Name);
        try
        {
            using var stream = File.OpenRead(path);
            return Parser.ParseFrom(stream);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new SavedModelException(
                StatusCode.NotFound,
                $"Specified file path does not appear to contain a SavedModel bundle (should have a file called `{Name}`)\nSpecified file path: {directory}",
                exception);
        }
        catch (InvalidProtocolBufferException exception)
        {
            throw new SavedModelException(StatusCode.DataLoss, $"{path} is no SavedModel, or damaged: {exception.Message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new SavedModelException(StatusCode.Unavailable, $"{path} cannot be read: {exception.Message}", exception);
        }
    }
}
