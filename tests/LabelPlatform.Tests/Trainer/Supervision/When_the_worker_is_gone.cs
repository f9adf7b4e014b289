using System.Diagnostics;
using System.Globalization;
using LabelPlatform.Tests.Trainer.Worker;
using LabelPlatform.Trainer.Worker;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer.Supervision;

public sealed class When_the_worker_is_gone : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("labelplatform-supervised-");

    [Fact]
    public async Task Should_end_the_whole_tree_as_standard_input_ends()
    {
        using var process = Start("sleep 1000 & echo $!; setsid sh -c 'sleep 1000 & echo $!; echo $$; wait' & wait");
        var processes = new List<int> { process.Id };
        while (processes.Count < 4)
            processes.Add(int.Parse((await process.StandardOutput.ReadLineAsync()).ShouldNotBeNull(), CultureInfo.InvariantCulture));
        processes.ShouldAllBe(id => RunningProcess.Runs(id));

        process.StandardInput.Close();

        await RunningProcess.EndedAsync([.. processes]);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(128 + 9);
    }

    [Fact]
    public async Task Should_run_at_low_priority_in_a_group_of_its_own()
    {
        using var process = Start("cat /proc/self/oom_score_adj; nice; cut -d' ' -f5 /proc/self/stat");

        (await process.StandardOutput.ReadLineAsync()).ShouldBe("500");
        (await process.StandardOutput.ReadLineAsync()).ShouldBe("10");
        (await process.StandardOutput.ReadLineAsync()).ShouldBe(process.Id.ToString(CultureInfo.InvariantCulture));
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task Should_pass_the_exit_code_and_arguments_like_options_on()
    {
        using var process = Start("""echo "$@"; exit 5""", "--epochs", "@3", "--", "{job}");

        (await process.StandardOutput.ReadLineAsync()).ShouldBe("--epochs @3 -- {job}");
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(5);
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private Process Start(string script, params string[] arguments)
    {
        string[] line = [.. TrainerExecutable.Find(AppContext.BaseDirectory), "run", "--supervised", "--", "/bin/sh", "-c", script, "sh", .. arguments];
        return Process.Start(new ProcessStartInfo(line[0], line[1..])
        {
            UseShellExecute = false,
            WorkingDirectory = _folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            Environment = { ["DOTNET_ROOT"] = TrainerExecutable.DotnetRoot },
        })!;
    }
}
