using System.Globalization;
using Google.Protobuf;
using Google.Protobuf.Collections;
using LabelPlatform.CollectorStandIn.Otlp;

namespace LabelPlatform.CollectorStandIn.Receivers;

internal static class OtlpExtensions
{
    public static string ServiceName(this Resource? resource) => resource.Find("service.name");

    public static string ServiceInstance(this Resource? resource) => resource.Find("service.instance.id");

    public static Dictionary<string, string> ToDictionary(this RepeatedField<KeyValue> attributes)
    {
        var result = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var attribute in attributes)
            result[attribute.Key] = attribute.Value.ToText();
        return result;
    }

    public static string ToText(this AnyValue? value) => value?.ValueCase switch
    {
        AnyValue.ValueOneofCase.StringValue => value.StringValue,
        AnyValue.ValueOneofCase.BoolValue => value.BoolValue ? "true" : "false",
        AnyValue.ValueOneofCase.IntValue => value.IntValue.ToString(CultureInfo.InvariantCulture),
        AnyValue.ValueOneofCase.DoubleValue => value.DoubleValue.ToString(CultureInfo.InvariantCulture),
        AnyValue.ValueOneofCase.ArrayValue => $"[{string.Join(',', value.ArrayValue.Values.Select(ToText))}]",
        AnyValue.ValueOneofCase.KvlistValue => $"{{{string.Join(',', value.KvlistValue.Values.Select(pair => $"{pair.Key}={pair.Value.ToText()}"))}}}",
        AnyValue.ValueOneofCase.BytesValue => value.BytesValue.ToBase64(),
        _ => string.Empty,
    };

    public static string ToHex(this ByteString id) => Convert.ToHexStringLower(id.Span);

    public static DateTime ToTime(this ulong unixNanoseconds) => DateTime.UnixEpoch.AddTicks((long)(unixNanoseconds / TimeSpan.NanosecondsPerTick));

    private static string Find(this Resource? resource, string key) =>
        resource?.Attributes.FirstOrDefault(attribute => attribute.Key == key)?.Value.ToText() ?? string.Empty;
}
