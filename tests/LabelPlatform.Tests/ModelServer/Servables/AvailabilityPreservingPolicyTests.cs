using System.Text.Json;
using LabelPlatform.ModelServer.Servables;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Servables;

public class AvailabilityPreservingPolicyTests
{
    public static TheoryData<string> Cases => ServingCases.Names("version-policy");

    [Theory]
    [MemberData(nameof(Cases))]
    public void Next_CasesOfTensorFlowServing_AreTheSame(string name)
    {
        var item = ServingCases.Get(name);
        var versions = item.GetProperty("versions").EnumerateArray().Select(version => new VersionSnapshot(
            version.GetProperty("version").GetInt64(),
            Enum.Parse<VersionPhase>(version.GetProperty("state").GetString()!),
            version.GetProperty("aspired").GetBoolean()));

        AvailabilityPreservingPolicy.Next([.. versions]).ShouldBe(Action(item.GetProperty("expect").GetProperty("action")));
    }

    [Fact]
    public void Next_SeveralNewOnes_LoadsTheHighest() =>
        AvailabilityPreservingPolicy.Next([new(1, VersionPhase.New, true), new(3, VersionPhase.New, true), new(2, VersionPhase.New, true)])
            .ShouldBe(new VersionAction(VersionActionKind.Load, 3));

    [Fact]
    public void Next_OldOneAloneIsReady_LoadsTheNewOneFirst() =>
        AvailabilityPreservingPolicy.Next([new(1, VersionPhase.Ready, false), new(2, VersionPhase.New, true)])
            .ShouldBe(new VersionAction(VersionActionKind.Load, 2));

    [Fact]
    public void Next_TwoOldOnesAreReady_UnloadsTheLower() =>
        AvailabilityPreservingPolicy.Next([new(1, VersionPhase.Ready, false), new(2, VersionPhase.Ready, false), new(3, VersionPhase.New, true)])
            .ShouldBe(new VersionAction(VersionActionKind.Unload, 1));

    private static VersionAction? Action(JsonElement action) => action.ValueKind is JsonValueKind.Null
        ? null
        : new VersionAction(Enum.Parse<VersionActionKind>(action[0].GetString()!, ignoreCase: true), action[1].GetInt64());
}
