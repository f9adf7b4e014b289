using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer;

public sealed class LeftOutCasesTests
{
    [Fact]
    public void EachLeftOutCase_IsACase()
    {
        foreach (var name in LeftOutCases.Reasons.Keys)
            Should.NotThrow(() => ServingCases.Get(name), name);
    }
}
