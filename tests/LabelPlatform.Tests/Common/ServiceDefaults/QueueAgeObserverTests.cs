using LabelPlatform.ServiceDefaults.Messaging;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Common.ServiceDefaults;

public sealed class QueueAgeObserverTests
{
    [Theory]
    [InlineData("rabbitmq://127.0.0.1/preprocess-texts?prefetch=4", "preprocess-texts")]
    [InlineData("rabbitmq://127.0.0.1/a-host/predict-labels", "predict-labels")]
    [InlineData("rabbitmq://127.0.0.1/refresh-snapshot-0123456789ab", "refresh-snapshot")]
    [InlineData("rabbitmq://127.0.0.1/follow-training--0123456789ab", "follow-training")]
    [InlineData("rabbitmq://127.0.0.1/trainer-00112233445566778899aabbccddeeff", "trainer")]
    [InlineData("rabbitmq://127.0.0.1/vm_LabelPlatformApi_bus_mcyoyybgkgoce16ibdxw5zoxbp?temporary=true", "replies")]
    [InlineData("loopback://localhost/vm_LabelPlatformAllInOne_bus_mcyoyybgkgoce16ibdxw5zoxbp", "replies")]
    public void NameOf_Queue_LeavesOutWhatIsOneProcesss(string address, string name) => QueueAgeObserver.NameOf(new Uri(address)).ShouldBe(name);
}
