using System.Globalization;
using Google.Protobuf;
using LabelPlatform.SavedModels;
using LabelPlatform.SavedModels.Protos;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.SavedModels;

public class TensorProtosTests
{
    [Fact]
    public void ToTensor_FieldsOfEachType_AreItsElements()
    {
        Values<float>(new() { Dtype = DataType.DtFloat, FloatVal = { 0.5f, -1 } }).ShouldBe([0.5f, -1]);
        Values<double>(new() { Dtype = DataType.DtDouble, DoubleVal = { 0.1, double.NaN } }).ShouldBe([0.1, double.NaN]);
        // IEEE 754: 0x3C00 is 1, 0xC000 is -2.
        Values<Half>(new() { Dtype = DataType.DtHalf, HalfVal = { 0x3C00, 0xC000 } }).ShouldBe([(Half)1, (Half)(-2)]);
        Values<int>(new() { Dtype = DataType.DtInt32, IntVal = { int.MinValue, 7 } }).ShouldBe([int.MinValue, 7]);
        Values<short>(new() { Dtype = DataType.DtInt16, IntVal = { -32768, 7 } }).ShouldBe([short.MinValue, 7]);
        Values<sbyte>(new() { Dtype = DataType.DtInt8, IntVal = { -128, 7 } }).ShouldBe([sbyte.MinValue, 7]);
        Values<byte>(new() { Dtype = DataType.DtUint8, IntVal = { 255, 7 } }).ShouldBe([byte.MaxValue, 7]);
        Values<long>(new() { Dtype = DataType.DtInt64, Int64Val = { long.MinValue, 7 } }).ShouldBe([long.MinValue, 7]);
        Values<uint>(new() { Dtype = DataType.DtUint32, Uint32Val = { uint.MaxValue, 7 } }).ShouldBe([uint.MaxValue, 7]);
        Values<ulong>(new() { Dtype = DataType.DtUint64, Uint64Val = { ulong.MaxValue, 7 } }).ShouldBe([ulong.MaxValue, 7]);
        Values<bool>(new() { Dtype = DataType.DtBool, BoolVal = { true, false } }).ShouldBe([true, false]);
        Values<ByteString>(new() { Dtype = DataType.DtString, StringVal = { ByteString.CopyFromUtf8("火锅"), ByteString.Empty } })
            .ShouldBe([ByteString.CopyFromUtf8("火锅"), ByteString.Empty]);
    }

    [Theory]
    [InlineData(DataType.DtFloat, "0000003F000080BF", "0.5 -1")]
    [InlineData(DataType.DtDouble, "000000000000E03F000000000000F0BF", "0.5 -1")]
    [InlineData(DataType.DtHalf, "003C00C0", "1 -2")]
    [InlineData(DataType.DtInt32, "01000000FFFFFFFF", "1 -1")]
    [InlineData(DataType.DtInt16, "0100FFFF", "1 -1")]
    [InlineData(DataType.DtInt8, "01FF", "1 -1")]
    [InlineData(DataType.DtUint8, "01FF", "1 255")]
    [InlineData(DataType.DtInt64, "0100000000000000FFFFFFFFFFFFFFFF", "1 -1")]
    [InlineData(DataType.DtUint32, "01000000FFFFFFFF", "1 4294967295")]
    [InlineData(DataType.DtUint64, "0100000000000000FFFFFFFFFFFFFFFF", "1 18446744073709551615")]
    [InlineData(DataType.DtBool, "0100", "True False")]
    public void ToTensor_ContentOfEachType_IsLittleEndian(DataType type, string content, string expected)
    {
        var tensor = new TensorProto { Dtype = type, TensorShape = Shape(2), TensorContent = Bytes(content) }.ToTensor();

        tensor.Type.ShouldBe(type);
        Text(tensor).ShouldBe(expected);
    }

    [Fact]
    public void ToTensor_MatrixAsContent_IsRowByRow()
    {
        var proto = new TensorProto { Dtype = DataType.DtInt8, TensorShape = Shape(2, 3), TensorContent = Bytes("010203040506") };

        var tensor = proto.ToTensor();

        tensor.Shape.ShouldBe(new TensorShape(2, 3));
        ((Tensor<sbyte>)tensor).Values.ToArray().ShouldBe([1, 2, 3, 4, 5, 6]);
    }

    [Fact]
    public void ToTensor_FewerValuesThanElements_RepeatsTheLast()
    {
        Values<int>(new() { Dtype = DataType.DtInt32, TensorShape = Shape(2, 2), IntVal = { 1, 2 } }).ShouldBe([1, 2, 2, 2]);
        Values<ByteString>(new() { Dtype = DataType.DtString, TensorShape = Shape(2), StringVal = { ByteString.CopyFromUtf8("a") } })
            .ShouldBe([ByteString.CopyFromUtf8("a"), ByteString.CopyFromUtf8("a")]);
    }

    [Fact]
    public void ToTensor_NoValues_IsZeroOrEmpty()
    {
        Values<float>(new() { Dtype = DataType.DtFloat, TensorShape = Shape(3) }).ShouldBe([0, 0, 0]);
        Values<bool>(new() { Dtype = DataType.DtBool, TensorShape = Shape(1) }).ShouldBe([false]);
        Values<ByteString>(new() { Dtype = DataType.DtString, TensorShape = Shape(2) }).ShouldBe([ByteString.Empty, ByteString.Empty]);
    }

    [Fact]
    public void ToTensor_NoShape_IsScalar()
    {
        var tensor = new TensorProto { Dtype = DataType.DtInt64, Int64Val = { 5 } }.ToTensor();

        tensor.Shape.Rank.ShouldBe(0);
        ((Tensor<long>)tensor).Values.ToArray().ShouldBe([5]);
    }

    [Fact]
    public void ToTensor_NoElements_IsEmpty()
    {
        var tensor = new TensorProto { Dtype = DataType.DtFloat, TensorShape = Shape(int.MaxValue, 0, int.MaxValue) }.ToTensor();

        tensor.Length.ShouldBe(0);
        tensor.Shape.ShouldBe(new TensorShape(int.MaxValue, 0, int.MaxValue));
    }

    [Fact]
    public void ToTensor_StringsAsContent_AreLengthsAndThenBytes()
    {
        var longOne = new string('x', 300); // 300 as a varint: AC 02
        var content = Convert.FromHexString("01" + "00" + "AC02" + "41").Concat(longOne.Select(c => (byte)c)).ToArray();

        Values<ByteString>(new() { Dtype = DataType.DtString, TensorShape = Shape(3), TensorContent = ByteString.CopyFrom(content) })
            .ShouldBe([ByteString.CopyFromUtf8("A"), ByteString.Empty, ByteString.CopyFromUtf8(longOne)]);
    }

    [Theory]
    [InlineData("")]
    [InlineData("01")]
    [InlineData("0101")]
    [InlineData("010141")]
    [InlineData("0101414141")]
    [InlineData("FFFFFFFFFFFFFFFFFF010141")]
    [InlineData("FFFFFFFFFFFFFFFFFFFFFFFF")]
    public void ToTensor_StringsThatDoNotFitTheirLengths_AreRefused(string content)
    {
        // Something before it, for content that is empty is no content.
        var proto = new TensorProto { Dtype = DataType.DtString, TensorShape = Shape(3), TensorContent = Bytes("00" + content) };

        Should.Throw<SavedModelException>(proto.ToTensor).Code.ShouldBe(StatusCode.DataLoss);
    }

    [Theory]
    [InlineData("000000")]
    [InlineData("0000000000")]
    [InlineData("0000000000000000")]
    public void ToTensor_ContentOfOtherLength_IsRefused(string content)
    {
        var error = Refusal(new() { TensorShape = Shape(1), TensorContent = Bytes(content) });

        error.Message.ShouldBe($"A tensor of type DT_FLOAT and shape [1] has {content.Length / 2} bytes of content.");
    }

    [Fact]
    public void ToTensor_MoreValuesThanElements_IsRefused() =>
        Refusal(new() { TensorShape = Shape(1), FloatVal = { 1, 2 } }).Message.ShouldContain("2 values");

    [Fact]
    public void ToTensor_ShapeThatIsNotKnown_IsRefused()
    {
        Refusal(new() { TensorShape = new TensorShapeProto { UnknownRank = true } }).Message.ShouldContain("unknown rank");
        Refusal(new() { TensorShape = Shape(2, -1) }).Message.ShouldContain("Dimension 1 of a tensor is -1");
        Refusal(new() { TensorShape = Shape(1L << 31) }).Message.ShouldContain("2147483648");
        Refusal(new() { TensorShape = Shape(1 << 16, 1 << 16) }).Message.ShouldContain("[65536,65536]");
        Refusal(new() { TensorShape = Shape([.. Enumerable.Repeat(1L, 255)]) }).Message.ShouldContain("255 dimensions");
    }

    [Theory]
    [InlineData(DataType.DtFloat)]
    [InlineData(DataType.DtString)]
    public void ToTensor_HugeShapeOfOneValue_IsRefusedBeforeThereIsRoomForIt(DataType type)
    {
        var shape = Shape(int.MaxValue - 100);
        var one = new TensorProto { Dtype = type, TensorShape = shape, FloatVal = { 1 }, StringVal = { ByteString.Empty } };
        var content = new TensorProto { Dtype = type, TensorShape = shape, TensorContent = Bytes("00000000") };

        var before = GC.GetAllocatedBytesForCurrentThread();
        Should.Throw<SavedModelException>(one.ToTensor);
        Should.Throw<SavedModelException>(content.ToTensor);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(1 << 20);
    }

    [Fact]
    public void ToTensor_BoolThatIsNeitherTrueNorFalse_IsRefused()
    {
        var proto = new TensorProto { Dtype = DataType.DtBool, TensorShape = Shape(2), TensorContent = Bytes("0102") };

        Should.Throw<SavedModelException>(proto.ToTensor).Message.ShouldContain("neither 0 nor 1");
    }

    [Theory]
    [InlineData(DataType.DtInvalid, "DT_INVALID")]
    [InlineData(DataType.DtBfloat16, "DT_BFLOAT16")]
    [InlineData(DataType.DtComplex64, "DT_COMPLEX64")]
    [InlineData(DataType.DtResource, "DT_RESOURCE")]
    [InlineData((DataType)77, "DT_77")]
    public void ToTensor_TypeThatIsNotSupported_IsNamed(DataType type, string name)
    {
        var error = Should.Throw<SavedModelException>(new TensorProto { Dtype = type, TensorShape = Shape(1) }.ToTensor);

        error.Code.ShouldBe(StatusCode.Unimplemented);
        error.Message.ShouldBe($"Tensors of type {name} are not supported.");
    }

    private static TensorShapeProto Shape(params long[] dimensions) =>
        new() { Dim = { dimensions.Select(size => new TensorShapeProto.Types.Dim { Size = size }) } };

    private static ByteString Bytes(string hex) => ByteString.CopyFrom(Convert.FromHexString(hex));

    /// <summary>The elements; of a vector of two unless the message says otherwise.</summary>
    private static T[] Values<T>(TensorProto proto)
    {
        proto.TensorShape ??= Shape(2);
        return proto.ToTensor().ShouldBeOfType<Tensor<T>>().Values.ToArray();
    }

    /// <summary>What is wrong with a message of type float.</summary>
    private static SavedModelException Refusal(TensorProto proto)
    {
        proto.Dtype = DataType.DtFloat;
        var error = Should.Throw<SavedModelException>(proto.ToTensor);
        error.Code.ShouldBe(StatusCode.InvalidArgument);
        return error;
    }

    private static string Text(Tensor tensor) => tensor switch
    {
        Tensor<float> numbers => Join(numbers),
        Tensor<double> numbers => Join(numbers),
        Tensor<Half> numbers => Join(numbers),
        Tensor<int> numbers => Join(numbers),
        Tensor<short> numbers => Join(numbers),
        Tensor<sbyte> numbers => Join(numbers),
        Tensor<byte> numbers => Join(numbers),
        Tensor<long> numbers => Join(numbers),
        Tensor<uint> numbers => Join(numbers),
        Tensor<ulong> numbers => Join(numbers),
        Tensor<bool> numbers => Join(numbers),
        _ => throw new NotSupportedException(tensor.GetType().ToString()),
    };

    private static string Join<T>(Tensor<T> tensor) =>
        string.Join(' ', tensor.Values.ToArray().Select(value => string.Format(CultureInfo.InvariantCulture, "{0}", value)));
}
