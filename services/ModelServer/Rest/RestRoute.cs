using System.Globalization;
using System.Text.RegularExpressions;
using LabelPlatform.ModelServer.Servables;
using LabelPlatform.SavedModels;

namespace LabelPlatform.ModelServer.Rest;

/// <summary>What a request asks for, and of which model.</summary>
internal sealed partial record RestRoute(RestAction Action, ServableRequest Target)
{
    private const int TimeoutMs = 1000;

    // Names take no query either: TensorFlow Serving would look for a model called "m?x=1", which helps nobody.

    /// <summary>Whether a request is for this interface. All such are answered here, with an error if need be.</summary>
    public static bool Has(string target) => target.StartsWith("/v1/", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Takes a request apart as TensorFlow Serving does: the words of the path in any case, but the verb as it is written.
    /// </summary>
    /// <param name="method">The HTTP method.</param>
    /// <param name="target">The request target as it was sent; a query makes it match nothing.</param>
    /// <exception cref="SavedModelException">InvalidArgument: there is no such route.</exception>
    public static RestRoute Parse(string method, string target)
    {
        var match = method switch
        {
            "POST" => Inference().Match(target),
            "GET" => Information().Match(target),
            _ => Match.Empty,
        };
        if (!match.Success)
            throw Malformed(method, target);

        var request = new ServableRequest(
            Decode(match.Groups["model"]) ?? "", Version(match.Groups["version"]), Decode(match.Groups["label"]));
        RestAction? action = match.Groups["verb"].Value switch
        {
            "predict" => RestAction.Predict,
            "classify" => RestAction.Classify,
            "regress" => RestAction.Regress,
            "metadata" => RestAction.Metadata,
            _ => method == "GET" ? RestAction.Status : null,
        };
        if (request.Model.Length == 0)
            throw new SavedModelException(StatusCode.InvalidArgument, "Missing model name in request.");
        return new RestRoute(action ?? throw Malformed(method, target), request);
    }

    private static string? Decode(Group group) => group.Success ? Uri.UnescapeDataString(group.Value) : null;

    private static long? Version(Group group)
    {
        if (!group.Success)
            return null;
        return long.TryParse(group.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out var version)
            ? version
            : throw new SavedModelException(StatusCode.InvalidArgument, $"Failed to convert version: {group.Value} to numeric.");
    }

    private static SavedModelException Malformed(string method, string target) =>
        new(StatusCode.InvalidArgument, $"Malformed request: {method} {target}");

    [GeneratedRegex(
        @"\A/v1/models/(?<model>[^/:?#]+)(?:/versions/(?<version>[0-9]+)|/labels/(?<label>[^/:?#]+))?:(?<verb>classify|regress|predict)\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeoutMs)]
    private static partial Regex Inference();

    [GeneratedRegex(
        @"\A/v1/models(?:/(?<model>[^/:?#]+))?(?:/versions/(?<version>[0-9]+)|/labels/(?<label>[^/:?#]+))?(?:/(?<verb>metadata))?\z",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture,
        TimeoutMs)]
    private static partial Regex Information();
}
