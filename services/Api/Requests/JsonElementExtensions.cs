using System.Text.Json;

namespace LabelPlatform.Api.Requests;

internal static class JsonElementExtensions
{
    /// <summary>The string's text; false when it is no valid Unicode.</summary>
    public static bool TryGetText(this JsonElement value, out string text)
    {
        try
        {
            text = value.GetString()!;
            return true;
        }
        catch (InvalidOperationException)
        {
            // The only way to learn of an escaped lone surrogate (\ud800).
            text = "";
            return false;
        }
    }
}
