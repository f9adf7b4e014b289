using LabelPlatform.Trainer;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Trainer;

public class TrainerIdTests
{
    // printf worker-1 | sha256sum | cut -c1-32
    private const string Hash = "13029f9e83d15b3d437c2a7568fc1ca7";

    [Fact]
    public void Of_AName_IsTheBeginningOfItsHash() => TrainerId.Of("worker-1").ToString("N").ShouldBe(Hash);

    [Fact]
    public void QueueOf_AWorker_HasItsId() => TrainerId.QueueOf(TrainerId.Of("worker-1")).ShouldBe("trainer-" + Hash);

    [Fact]
    public void AddressOf_AWorker_IsItsExchange() => TrainerId.AddressOf(TrainerId.Of("worker-1")).ToString().ShouldBe("exchange:trainer-" + Hash);
}
