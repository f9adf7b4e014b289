using System.Text;
using System.Text.Json;
using FsCheck;
using FsCheck.Fluent;
using LabelPlatform.ModelServer.Json;
using LabelPlatform.SavedModels;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Json;

public sealed class JsonTapeTests
{
    private const int MaxNodes = 2_000_000;

    [Fact]
    public void Parse_ValidJson_HasTheValuesOfSystemTextJson() => Prop.ForAll(JsonGenerators.Texts, text =>
    {
        using var document = JsonDocument.Parse(text);
        using var tape = JsonTape.Parse(Encoding.UTF8.GetBytes(text), MaxNodes);

        ShouldBe(tape, 0, document.RootElement).ShouldBe(tape.Nodes.Length);
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(500));

    // The texts are RapidJSON 1.1.0's; the offsets follow from its source (reader.h), a byte each below.
    [Theory]
    [InlineData("", "JSON Parse error: The document is empty")]
    [InlineData("  ", "JSON Parse error: The document is empty. at offset: 2")]
    [InlineData("]", "JSON Parse error: The document is empty. at offset: 0")]
    [InlineData("abc", "JSON Parse error: Invalid value. at offset: 0")]
    [InlineData("nul", "JSON Parse error: Invalid value. at offset: 3")]
    [InlineData("trux", "JSON Parse error: Invalid value. at offset: 3")]
    [InlineData("[", "JSON Parse error: Invalid value. at offset: 1")]
    [InlineData("[1,]", "JSON Parse error: Invalid value. at offset: 3")]
    [InlineData("[,1]", "JSON Parse error: Invalid value. at offset: 1")]
    [InlineData("[1 2]", "JSON Parse error: Missing a comma or ']' after an array element. at offset: 3")]
    [InlineData("[01]", "JSON Parse error: Missing a comma or ']' after an array element. at offset: 2")]
    [InlineData("[1}", "JSON Parse error: Missing a comma or ']' after an array element. at offset: 2")]
    [InlineData("{1:2}", "JSON Parse error: Missing a name for object member. at offset: 1")]
    [InlineData("{\"a\":1,}", "JSON Parse error: Missing a name for object member. at offset: 7")]
    [InlineData("{\"a\" 1}", "JSON Parse error: Missing a colon after a name of object member. at offset: 5")]
    [InlineData("{\"a\":}", "JSON Parse error: Invalid value. at offset: 5")]
    [InlineData("{\"a\":1", "JSON Parse error: Missing a comma or '}' after an object member. at offset: 6")]
    [InlineData("\"\\u12G4\"", "JSON Parse error: Incorrect hex digit after \\u escape in string. at offset: 1")]
    [InlineData("\"a\\u12", "JSON Parse error: Incorrect hex digit after \\u escape in string. at offset: 2")]
    [InlineData("\"\\ud800x\"", "JSON Parse error: The surrogate pair in string is invalid. at offset: 1")]
    [InlineData("\"\\ud800\\u0041\"", "JSON Parse error: The surrogate pair in string is invalid. at offset: 1")]
    [InlineData("\"\\udc00\"", "JSON Parse error: The surrogate pair in string is invalid. at offset: 1")]
    [InlineData("\"a\\x\"", "JSON Parse error: Invalid escape character in string. at offset: 2")]
    [InlineData("\"a\nb\"", "JSON Parse error: Invalid escape character in string. at offset: 2")]
    [InlineData("\"abc", "JSON Parse error: Missing a closing quotation mark in string. at offset: 4")]
    [InlineData("\"abc\\", "JSON Parse error: Invalid escape character in string. at offset: 4")]
    [InlineData(" 1e999", "JSON Parse error: Number too big to be stored in double. at offset: 1")]
    [InlineData("1.", "JSON Parse error: Miss fraction part in number. at offset: 2")]
    [InlineData("1.e5", "JSON Parse error: Miss fraction part in number. at offset: 2")]
    [InlineData("1e", "JSON Parse error: Miss exponent in number. at offset: 2")]
    [InlineData("1e+x", "JSON Parse error: Miss exponent in number. at offset: 3")]
    [InlineData("-", "JSON Parse error: Invalid value. at offset: 1")]
    [InlineData("+1", "JSON Parse error: Invalid value. at offset: 0")]
    [InlineData(".5", "JSON Parse error: Invalid value. at offset: 0")]
    [InlineData("Nan", "JSON Parse error: Invalid value. at offset: 2")]
    [InlineData("Infinit", "JSON Parse error: Invalid value. at offset: 7")]
    public void Parse_BadJson_SaysWhatRapidJsonSays(string text, string message)
    {
        var exception = Should.Throw<SavedModelException>(() => Parse(text));

        exception.Message.ShouldBe(message);
        exception.Code.ShouldBe(StatusCode.InvalidArgument);
    }

    [Theory]
    [InlineData(new byte[] { (byte)'"', (byte)'a', 0xFF, (byte)'"' }, 2)]
    [InlineData(new byte[] { (byte)'"', 0xE5, 0xA4, (byte)'"' }, 1)]
    [InlineData(new byte[] { (byte)'"', 0xED, 0xA0, 0x80, (byte)'"' }, 1)]
    [InlineData(new byte[] { (byte)'"', 0xC0, 0x80, (byte)'"' }, 1)]
    public void Parse_StringThatIsNoUtf8_IsRefused(byte[] text, int offset) =>
        Should.Throw<SavedModelException>(() => JsonTape.Parse(text, MaxNodes))
            .Message.ShouldBe($"JSON Parse error: Invalid encoding in string. at offset: {offset}");

    [Theory]
    [InlineData("NaN", double.NaN)]
    [InlineData("-NaN", double.NaN)]
    [InlineData("Inf", double.PositiveInfinity)]
    [InlineData("-Inf", double.NegativeInfinity)]
    [InlineData("Infinity", double.PositiveInfinity)]
    [InlineData("-Infinity", double.NegativeInfinity)]
    public void Parse_NonFinite_IsANumber(string text, double expected)
    {
        using var tape = Parse(text);

        tape.Nodes[0].Real.ShouldBe(expected);
    }

    [Theory]
    [InlineData("{} x")]
    [InlineData("{}{}")]
    [InlineData("{}\0")]
    [InlineData("\uFEFF{}")]
    public void Parse_TextAfterTheRootAndByteOrderMark_AreIgnored(string text)
    {
        using var tape = Parse(text);

        tape.Nodes.Length.ShouldBe(1);
    }

    [Fact]
    public void FindMember_TwoOfOneName_IsTheFirst()
    {
        using var tape = Parse("""{"a": [{"b": 0}], "b": 1, "\u0062": 2}""");

        tape.Nodes[tape.FindMember(0, "b"u8)].Integer.ShouldBe(1);
        tape.FindMember(0, "c"u8).ShouldBe(-1);
    }

    [Fact]
    public void Parse_ManyLevels_NeedsNoStack()
    {
        const int Levels = 500_000;
        using var tape = Parse(new string('[', Levels) + new string(']', Levels));

        tape.Nodes.Length.ShouldBe(Levels);
        Should.Throw<SavedModelException>(() => Parse(new string('[', Levels)));
    }

    [Fact]
    public void Parse_MoreNodesThanTheLimit_IsRefused() =>
        Should.Throw<SavedModelException>(() => JsonTape.Parse("[1,2,3]"u8.ToArray(), 3)).Message.ShouldContain("MaxJsonNodes");

    private static JsonTape Parse(string text) => JsonTape.Parse(Encoding.UTF8.GetBytes(text), MaxNodes);

    /// <returns>Index of the node after the value.</returns>
    private static int ShouldBe(JsonTape tape, int index, JsonElement expected)
    {
        var node = tape.Nodes[index];
        switch (expected.ValueKind)
        {
            case JsonValueKind.Number:
                NumberShouldBe(node, expected);
                break;
            case JsonValueKind.String:
                tape.Text(index).ShouldBe(expected.GetString());
                break;
            case JsonValueKind.Array:
                node.Kind.ShouldBe(JsonKind.Array);
                node.Count.ShouldBe(expected.GetArrayLength());
                var element = index + 1;
                foreach (var item in expected.EnumerateArray())
                    element = ShouldBe(tape, element, item);
                node.End.ShouldBe(element);
                break;
            case JsonValueKind.Object:
                node.Kind.ShouldBe(JsonKind.Object);
                node.Count.ShouldBe(expected.EnumerateObject().Count());
                var member = index + 1;
                foreach (var item in expected.EnumerateObject())
                {
                    tape.Text(member).ShouldBe(item.Name);
                    member = ShouldBe(tape, member + 1, item.Value);
                }

                node.End.ShouldBe(member);
                break;
            default:
                node.Kind.ToString().ShouldBe(expected.ValueKind.ToString());
                break;
        }

        return tape.Next(index);
    }

    private static void NumberShouldBe(JsonNode node, JsonElement expected)
    {
        var text = expected.GetRawText();
        if (text.AsSpan().ContainsAny('.', 'e', 'E'))
            BitConverter.DoubleToInt64Bits(node.Real).ShouldBe(BitConverter.DoubleToInt64Bits(expected.GetDouble()), text);
        else if (expected.TryGetInt64(out var integer))
            (node.Kind, node.Integer).ShouldBe((JsonKind.Integer, integer), text);
        else if (expected.TryGetUInt64(out var unsigned))
            (node.Kind, node.Unsigned).ShouldBe((JsonKind.UnsignedInteger, unsigned), text);
        else
            (node.Kind, node.Real).ShouldBe((JsonKind.Real, expected.GetDouble()), text);
    }
}
