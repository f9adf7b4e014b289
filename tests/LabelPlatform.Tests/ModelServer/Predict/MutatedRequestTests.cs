using System.Text;
using FsCheck;
using FsCheck.Fluent;
using Google.Protobuf.Collections;
using LabelPlatform.ModelServer.Predict;
using LabelPlatform.ModelServer.Rest;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Predict;

public sealed class MutatedRequestTests
{
    private static readonly string[] Requests =
    [
        """{"instances": [[5, 17, 0, 0], [9, 3, 2, 1]]}""",
        """{"signature_name": "s", "instances": [{"x": [1.5, -2e3], "y": ["天\u5929\n", {"b64": "aGVsbG8="}]}]}""",
        """{"inputs": {"x": [[NaN, -Infinity, 1e308]], "y": [[[true, null]]], "x": {}}, "other": {"a": [{}, []]}}""",
        """{"inputs": [[18446744073709551615, -9223372036854775808, 1234567890.0625]]}""",
    ];

    private static readonly DataType[] Types =
        [DataType.DtFloat, DataType.DtInt32, DataType.DtInt64, DataType.DtUint64, DataType.DtString, DataType.DtBool, DataType.DtHalf];

    private static readonly Gen<byte> Bytes =
        Gen.OneOf(Gen.Elements("[]{},:\"\\ \n0123456789.eE+-NaInfitrulsb\0"u8.ToArray()), Gen.Choose(0, 255).Select(value => (byte)value));

    private static readonly Gen<byte[]> Mutated = Gen.Elements(Requests)
        .Select(Encoding.UTF8.GetBytes)
        .SelectMany(body => Mutation(body).ListOf(), (body, mutations) => mutations.Take(4).Aggregate(body, (bytes, mutate) => mutate(bytes)));

    private static readonly Arbitrary<(byte[] Body, DataType X, DataType? Y)> Asked = Mutated
        .SelectMany(_ => Gen.Elements(Types), (body, x) => (body, x))
        .SelectMany(_ => Gen.OneOf(Gen.Constant<DataType?>(null), Gen.Elements(Types).Select(type => (DataType?)type)), (asked, y) => (asked.body, asked.x, y))
        .ToArbitrary();

    [Fact]
    public void Read_BrokenRequest_ThrowsNothingElse() => Prop.ForAll(Asked, asked =>
    {
        var signature = new MapField<string, TensorInfo> { ["x"] = new TensorInfo { Dtype = asked.X } };
        if (asked.Y is { } second)
            signature["y"] = new TensorInfo { Dtype = second };
        var options = new RestOptions();
        try
        {
            using var request = PredictRequest.Read(asked.Body, options);
            using var inputs = request.ReadInputs(signature, options);
            return inputs.Tensors.Count == signature.Count;
        }
        catch (SavedModelException)
        {
            return true;
        }
    }).Check(Config.QuickThrowOnFailure.WithMaxTest(5000));

    private static Gen<Func<byte[], byte[]>> Mutation(byte[] body) =>
        Gen.Choose(0, body.Length - 1).SelectMany(_ => Bytes, (position, value) => (position, value)).SelectMany(
            _ => Gen.Choose(0, 3),
            (at, kind) => (Func<byte[], byte[]>)(bytes => Mutate(bytes, Math.Min(at.position, bytes.Length), at.value, kind)));

    private static byte[] Mutate(byte[] bytes, int position, byte value, int kind) => kind switch
    {
        0 => [.. bytes[..position], value, .. bytes[position..]],
        1 => [.. bytes[..position], .. bytes.Skip(position + 1)],
        2 => [.. bytes[..position], value, .. bytes.Skip(position + 1)],
        _ => bytes[..position],
    };
}
