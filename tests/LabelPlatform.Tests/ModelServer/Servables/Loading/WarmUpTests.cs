using LabelPlatform.ModelServer.Servables.Loading;
using LabelPlatform.SavedModels;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Servables.Loading;

public sealed class WarmUpTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("labelplatform-warmup-").FullName;

    [Fact]
    public void Exists_WithoutFile_IsFalse() => WarmUp.Exists(_folder).ShouldBeFalse();

    [Fact]
    public void Replay_Requests_RunsEachWithItsInputs()
    {
        Write(WarmUpRecords.Double + WarmUpRecords.Tokens);
        var runs = new List<(string Signature, IReadOnlyDictionary<string, Tensor> Inputs)>();

        WarmUp.Replay(_folder, (signature, inputs) => runs.Add((signature, inputs))).ShouldBe(2);

        runs.Select(run => run.Signature).ShouldBe(["double", "serving_default"]);
        var x = runs[0].Inputs.ShouldHaveSingleItem();
        x.Key.ShouldBe("x");
        x.Value.Shape.ToString().ShouldBe("[2]");
        x.Value.ShouldBeOfType<Tensor<float>>().Values.ToArray().ShouldBe([1f, 2f]);
        var tokens = runs[1].Inputs["tokens"];
        tokens.Shape.ToString().ShouldBe("[1,3]");
        tokens.ShouldBeOfType<Tensor<int>>().Values.ToArray().ShouldBe([7, 8, 9]);
    }

    [Fact]
    public void Replay_EmptyFile_RunsNothing()
    {
        Write("");

        WarmUp.Exists(_folder).ShouldBeTrue();
        Replay().ShouldBe(0);
    }

    [Theory]
    [InlineData(WarmUpRecords.Double + "2a00", "Record 2 of", StatusCode.DataLoss, "cut off within the length")]
    [InlineData(WarmUpRecords.Double + "2a00000000000000ae8d91f53228", "Record 2 of", StatusCode.DataLoss, "cut off within the record")]
    [InlineData("2b00000000000000ae8d91f5" + "3228", "Record 1 of", StatusCode.DataLoss, "checksum of the record's length")]
    [InlineData("0400000000000000424552041203" + "0a008cc1c492", "Record 1 of", StatusCode.DataLoss, "checksum of the record is wrong")]
    [InlineData(WarmUpRecords.Classify, "Record 1 of", StatusCode.Unimplemented, "ClassifyLog")]
    [InlineData(WarmUpRecords.Tokens + WarmUpRecords.Empty, "Record 2 of", StatusCode.Unimplemented, "None")]
    public void Replay_UnusableRecord_SaysWhichAndWhy(string file, string start, StatusCode code, string reason)
    {
        Write(file);

        var failure = Should.Throw<SavedModelException>(() => Replay());

        failure.Code.ShouldBe(code);
        failure.Message.ShouldStartWith($"{start} assets.extra/tf_serving_warmup_requests cannot be used: ");
        failure.Message.ShouldContain(reason);
    }

    [Fact]
    public void Replay_RequestThatFails_SaysWhichAndWhy()
    {
        Write(WarmUpRecords.Double);

        var failure = Should.Throw<SavedModelException>(() =>
            WarmUp.Replay(_folder, (_, _) => throw new SavedModelException(StatusCode.InvalidArgument, "no such signature")));

        (failure.Code, failure.Message).ShouldBe(
            (StatusCode.InvalidArgument, "Record 1 of assets.extra/tf_serving_warmup_requests cannot be used: no such signature"));
    }

    [Fact]
    public void Replay_ThousandRecordsAreEnough()
    {
        Write(string.Concat(Enumerable.Repeat(WarmUpRecords.Tokens, 1000)));
        Replay().ShouldBe(1000);

        Write(string.Concat(Enumerable.Repeat(WarmUpRecords.Tokens, 1001)));
        Should.Throw<SavedModelException>(() => Replay()).Code.ShouldBe(StatusCode.InvalidArgument);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private int Replay() => WarmUp.Replay(_folder, (_, _) => { });

    private void Write(string hex)
    {
        var extra = Directory.CreateDirectory(Path.Combine(_folder, "assets.extra")).FullName;
        File.WriteAllBytes(Path.Combine(extra, "tf_serving_warmup_requests"), Convert.FromHexString(hex));
    }
}
