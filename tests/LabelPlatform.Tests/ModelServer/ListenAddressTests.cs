using LabelPlatform.ModelServer;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer;

public class ListenAddressTests
{
    [Theory]
    [InlineData("", "http://127.0.0.1:8501")]
    [InlineData("ModelServer:RestApiPort=9000", "http://127.0.0.1:9000")]
    [InlineData("ModelServer:Host=0.0.0.0", "http://0.0.0.0:8501")]
    [InlineData("ModelServer:Host=::", "http://[::]:8501")]
    [InlineData("urls=http://*:80", "http://*:80")]
    public void ListenOnRestApiPort_Settings_GiveTheAddress(string setting, string expected)
    {
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        if (setting.Split('=', 2) is [var key, var value])
            builder.Configuration.AddInMemoryCollection([new(key, value)]);

        builder.ListenOnRestApiPort();

        builder.Configuration["urls"].ShouldBe(expected);
    }
}
