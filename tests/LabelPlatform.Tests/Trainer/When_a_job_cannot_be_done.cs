using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer;

/// <summary>It fails with a reason that says what to do, and leaves nothing behind.</summary>
public sealed class When_a_job_cannot_be_done : IDisposable
{
    private readonly TrainerJob _job = new();

    [Fact]
    public void Should_say_that_no_row_has_the_label()
    {
        _job.Json["label"] = "音乐";

        Failure().ShouldContain("'音乐'");
    }

    [Fact]
    public void Should_name_the_first_bad_line()
    {
        _job.WriteDataset("text,label\n好,游戏\n坏\n");

        Failure().ShouldContain("line 3");
    }

    [Fact]
    public void Should_say_that_the_dataset_is_not_there()
    {
        _job.Json["dataset"] = "/nowhere/dataset.csv";

        Failure().ShouldContain("/nowhere/dataset.csv");
    }

    [Fact]
    public void Should_say_that_there_is_a_version_already()
    {
        _job.Run().ExitCode.ShouldBe(0);
        var before = File.GetLastWriteTimeUtc(Path.Combine(_job.Output, "saved_model.pb"));

        var (exitCode, progress) = _job.Run();

        exitCode.ShouldBe(1);
        progress[^1]["reason"]!.GetValue<string>().ShouldContain("already");
        File.GetLastWriteTimeUtc(Path.Combine(_job.Output, "saved_model.pb")).ShouldBe(before);
    }

    [Fact]
    public void Should_say_that_the_feature_table_is_damaged()
    {
        _job.WriteFeatureTable("no table");

        Failure().ShouldContain("features.bin");
    }

    [Theory]
    [InlineData("c", 0)]
    [InlineData("threads", 0)]
    [InlineData("version", 0)]
    public void Should_name_what_cannot_be(string member, int value)
    {
        _job.Json[member] = value;

        Failure().ShouldContain($"'{member}'");
    }

    [Fact]
    public void Should_name_a_member_that_there_is_not()
    {
        _job.Json["labels"] = "游戏";

        Failure().ShouldContain("labels");
    }

    public void Dispose() => _job.Dispose();

    private string Failure()
    {
        var (exitCode, progress) = _job.Run();
        exitCode.ShouldBe(1);
        _job.Versions.ShouldBeEmpty();
        progress[^1]["event"]!.GetValue<string>().ShouldBe("failed");
        return progress[^1]["reason"]!.GetValue<string>();
    }
}
