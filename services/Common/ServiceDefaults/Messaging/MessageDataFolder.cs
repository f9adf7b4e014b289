using Microsoft.Extensions.Options;

namespace LabelPlatform.ServiceDefaults.Messaging;

/// <summary>Removes bodies from the message data folder once nobody will read them; MassTransit's repository only adds.</summary>
public sealed class MessageDataFolder(IOptions<MessagingOptions> options)
{
    private const string Scheme = "urn:file:";

    /// <summary>Removes the body that was stored at an address; one that is gone already, or cannot be removed now, is left to the hourly cleaning.</summary>
    public void Remove(Uri address)
    {
        var name = address.OriginalString;
        if (!name.StartsWith(Scheme, StringComparison.Ordinal))
            throw new ArgumentException($"{name} is no address of a file in the message data folder.", nameof(address));
        try
        {
            File.Delete(Path.Combine(options.Value.MessageDataPath, name[Scheme.Length..].Replace(':', Path.DirectorySeparatorChar)));
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // Left to MessageDataCleaner.
        }
    }
}
