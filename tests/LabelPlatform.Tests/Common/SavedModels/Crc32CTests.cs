using FsCheck;
using FsCheck.Fluent;
using LabelPlatform.SavedModels;
using LabelPlatform.Tests.Common.SavedModels.Checkpoints;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.SavedModels;

public class Crc32CTests
{
    // RFC 3720, B.4 (which writes the bytes of a checksum in the other order), and the usual check value.
    [Theory]
    [InlineData("0000000000000000000000000000000000000000000000000000000000000000", 0x8a9136aa)]
    [InlineData("ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff", 0x62a8ab43)]
    [InlineData("000102030405060708090a0b0c0d0e0f101112131415161718191a1b1c1d1e1f", 0x46dd794e)]
    [InlineData("1f1e1d1c1b1a191817161514131211100f0e0d0c0b0a09080706050403020100", 0x113fdb5c)]
    [InlineData("01c000000000000000000000000000001400000000000400000000140000001828000000000000000200000000000000", 0xd9963a56)]
    [InlineData("313233343536373839", 0xe3069283)]
    [InlineData("", 0)]
    public void Compute_KnownAnswers_AreGiven(string bytes, uint expected) =>
        Crc32C.Compute(Convert.FromHexString(bytes)).ShouldBe(expected);

    [Fact]
    public void Compute_AnyBytes_EqualsBitByBit() =>
        Prop.ForAll<byte[]>(bytes => Crc32C.Compute(bytes) == TableWriter.SlowCrc32C(bytes)).QuickCheckThrowOnFailure();

    [Fact]
    public void Append_AnyParts_EqualsTheWhole() =>
        Prop.ForAll<byte[], byte[]>((first, second) =>
            Crc32C.Append(Crc32C.Compute(first), second) == TableWriter.SlowCrc32C([.. first, .. second])).QuickCheckThrowOnFailure();

    // 0xe3069283 turned right by 15 bits is 0x2507c60d; plus 0xa282ead8.
    [Fact]
    public void Mask_KnownAnswer_IsGiven() => Crc32C.Mask(0xe3069283).ShouldBe(0xc78ab0e5);
}
