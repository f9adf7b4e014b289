using System.Text.Json;

namespace LabelPlatform.Inference.Serving;

/// <summary>Reads TensorFlow Serving's answers.</summary>
internal static class PredictReply
{
    private const int MaxErrorLength = 200;

    /// <summary>Reads <c>{"predictions": [[0.98], [0.12]]}</c>.</summary>
    /// <exception cref="PredictionException">It is anything else than one probability a row.</exception>
    public static double[] ReadProbabilities(ReadOnlySpan<byte> body, int rows)
    {
        var json = new Utf8JsonReader(body);
        try
        {
            return ReadObject(ref json, rows);
        }
        catch (JsonException exception)
        {
            // TensorFlow Serving writes NaN and Infinity bare, which is not JSON.
            var rest = body[(int)json.BytesConsumed..].TrimStart(" \t\r\n,-"u8);
            throw rest.StartsWith("NaN"u8) || rest.StartsWith("Inf"u8)
                ? Invalid($"answered {(rest[0] == 'N' ? "NaN" : "infinity")} instead of a probability", exception)
                : Invalid("answered something that is not JSON", exception);
        }
    }

    /// <summary>The text of <c>{"error": "…"}</c>, kept short and on one line; null when the body is something else.</summary>
    public static string? ReadError(ReadOnlySpan<byte> body)
    {
        try
        {
            var json = new Utf8JsonReader(body);
            using var document = JsonDocument.ParseValue(ref json);
            var root = document.RootElement;
            return root.ValueKind is JsonValueKind.Object && root.TryGetProperty("error"u8, out var error) && error.ValueKind is JsonValueKind.String
                ? Shorten(error.GetString()!)
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static double[] ReadObject(ref Utf8JsonReader json, int rows)
    {
        Expect(ref json, JsonTokenType.StartObject);
        double[]? probabilities = null;
        while (json.Read() && json.TokenType is JsonTokenType.PropertyName)
        {
            if (json.ValueTextEquals("predictions"u8))
                probabilities = ReadRows(ref json, rows);
            else
                json.Skip();
        }

        return json.TokenType is not JsonTokenType.EndObject || json.Read()
            ? throw Invalid("answered more than one JSON object")
            : probabilities ?? throw Invalid("answered without 'predictions'");
    }

    private static double[] ReadRows(ref Utf8JsonReader json, int rows)
    {
        var probabilities = new double[rows];
        var count = 0;
        Expect(ref json, JsonTokenType.StartArray);
        while (json.Read() && json.TokenType is JsonTokenType.StartArray)
        {
            if (count == rows)
                throw Invalid($"answered more rows than the {rows} asked");
            probabilities[count++] = ReadProbability(ref json);
            Expect(ref json, JsonTokenType.EndArray);
        }

        if (json.TokenType is not JsonTokenType.EndArray)
            throw WrongShape();
        return count == rows ? probabilities : throw Invalid($"answered {count} rows of {rows}");
    }

    private static double ReadProbability(ref Utf8JsonReader json)
    {
        Expect(ref json, JsonTokenType.Number);
        return json.TryGetDouble(out var value) && value is >= 0 and <= 1
            ? value
            : throw Invalid(FormattableString.Invariant($"answered {value}, which is not a probability"));
    }

    private static void Expect(ref Utf8JsonReader json, JsonTokenType type)
    {
        if (!json.Read() || json.TokenType != type)
            throw WrongShape();
    }

    private static PredictionException WrongShape() => Invalid("answered in another shape than one probability a row");

    private static PredictionException Invalid(string message, Exception? inner = null) => new(CallOutcome.Invalid, message, inner);

    private static string Shorten(string text)
    {
        var line = string.Concat(text.Take(MaxErrorLength).Select(c => char.IsControl(c) ? ' ' : c)).TrimEnd();
        return text.Length > MaxErrorLength ? line + "…" : line;
    }
}
