using System.Text;
using System.Text.Json;
using LabelPlatform.Contracts.LabelGraph;
using LabelPlatform.LabelGraph.Changes;

namespace LabelPlatform.LabelGraph.Importing;

/// <summary>Reads the original's <c>LABEL_STRUCTURE</c> as JSON: a list of maps, one a level, from a parent to the list of its children.</summary>
internal static class LabelStructureReader
{
    private const string Shape = "The file must be a list of maps from a parent to the list of its children, as [{\"游戏\": [\"LOL\", \"吃鸡\"]}]";

    public static List<TreeLine> Read(string text, LabelGraphPlan plan)
    {
        var utf8 = Encoding.UTF8.GetBytes(text);
        var reader = new Utf8JsonReader(utf8);
        var lines = new List<TreeLine>();
        var place = new Place(utf8);
        string? parent = null;
        try
        {
            while (reader.Read())
            {
                var line = place.LineOf(reader.TokenStartIndex);
                switch (reader.TokenType, reader.CurrentDepth)
                {
                    case (JsonTokenType.StartArray or JsonTokenType.EndArray, 0):
                    case (JsonTokenType.StartObject or JsonTokenType.EndObject, 1):
                    case (JsonTokenType.StartArray or JsonTokenType.EndArray, 2):
                        break;
                    case (JsonTokenType.PropertyName, 2):
                        parent = reader.GetString()!.Trim();
                        lines.Add(new TreeLine(line, null, parent));
                        break;
                    case (JsonTokenType.String, 3):
                        lines.Add(new TreeLine(line, parent, reader.GetString()!.Trim()));
                        break;
                    default:
                        plan.Refuse(new LabelGraphIssue(Shape, line));
                        return lines;
                }
            }
        }
        catch (JsonException exception)
        {
            plan.Refuse(new LabelGraphIssue($"The file is not JSON from here on. {Shape}", (int?)exception.LineNumber + 1));
        }

        return lines;
    }

    /// <summary>Counts lines as far as was read; positions must not go back.</summary>
    private sealed class Place(byte[] text)
    {
        private int _line = 1;
        private int _counted;

        public int LineOf(long position)
        {
            _line += text.AsSpan(_counted, (int)position - _counted).Count((byte)'\n');
            _counted = (int)position;
            return _line;
        }
    }
}
