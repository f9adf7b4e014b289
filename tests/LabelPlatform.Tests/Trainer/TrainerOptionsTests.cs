using LabelPlatform.Trainer;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer;

public class TrainerOptionsTests
{
    private readonly TrainerOptions _options = new();

    [Fact]
    public void Validate_TheDefaults_Succeeds() => new TrainerOptionsValidator().Validate(null, _options).Succeeded.ShouldBeTrue();

    [Fact]
    public void Validate_AProfileOfTheNameOfOurs_Fails()
    {
        _options.Profiles["builtin"] = new TrainerProfileOptions { Command = ["python3"] };

        Failure().ShouldContain("Trainer:Profiles:builtin");
    }

    [Fact]
    public void Validate_AProfileWithoutCommand_Fails()
    {
        _options.Profiles["keras"] = new TrainerProfileOptions();

        Failure().ShouldContain("Trainer:Profiles:keras:Command");
    }

    [Fact]
    public void Validate_AProfileWithoutCores_Fails()
    {
        _options.Profiles["keras"] = new TrainerProfileOptions { Command = ["python3"], Cores = 0 };

        Failure().ShouldContain("Trainer:Profiles:keras:Cores");
    }

    [Fact]
    public void Validate_AWindowShorterThanASample_Fails()
    {
        _options.WindowSeconds = 0.5;

        Failure().ShouldContain("Trainer:WindowSeconds");
    }

    private string Failure() => new TrainerOptionsValidator().Validate(null, _options).FailureMessage.ShouldNotBeNull();
}
