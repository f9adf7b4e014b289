using System.Text.Json;
using LabelPlatform.Api.Labeling;
using LabelPlatform.Api.Requests;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Api.Requests;

public sealed class LabelRequestReaderTests
{
    [Fact]
    public void Read_OnlyTexts_LeavesTheRestOpen()
    {
        var request = Read("""{"texts":[{"id":"一","text":"你好"},"再见",{"text":"没有编号"}]}""");

        request.Texts.Select(text => (text.Id, text.Text)).ShouldBe([("一", "你好"), ("1", "再见"), ("2", "没有编号")]);
        (request.DeadlineMs, request.TopK, request.MinScore).ShouldBe((null, null, null));
        request.Include.ShouldBe([]);
    }

    [Fact]
    public void Read_AllFields_ReadsThem()
    {
        var request = Read("""{"texts":["a"],"deadlineMs":500,"topK":5,"minScore":0.6,"include":["evidence"]}""");

        (request.DeadlineMs, request.TopK, request.MinScore).ShouldBe((500, 5, 0.6));
        request.Include.ShouldBe(["evidence"]);
    }

    [Fact]
    public void Read_LoneSurrogate_IsAnErrorOfThatTextAlone()
    {
        var request = Read("""{"texts":["好","\ud800坏"]}""");

        request.Texts[0].Error.ShouldBeNull();
        request.Texts[1].Error!.ShouldContain("surrogate");
    }

    [Theory]
    [InlineData("""[]""", "The body")]
    [InlineData("""{}""", "texts")]
    [InlineData("""{"texts":"你好"}""", "texts")]
    [InlineData("""{"texts":[]}""", "texts is empty")]
    [InlineData("""{"texts":["1","2","3","4"]}""", "at most 3")]
    [InlineData("""{"texts":["1",2]}""", "texts[1]")]
    [InlineData("""{"texts":[{"id":"1"}]}""", "texts[0].text")]
    [InlineData("""{"texts":[{"id":1,"text":"a"}]}""", "texts[0].id")]
    [InlineData("""{"texts":[{"id":"1","text":null}]}""", "texts[0].text")]
    [InlineData("""{"texts":[{"id":"1","txt":"a"}]}""", "texts[0].txt")]
    [InlineData("""{"texts":["a"],"topk":3}""", "topk")]
    [InlineData("""{"texts":["a"],"topK":-1}""", "topK")]
    [InlineData("""{"texts":["a"],"topK":1.5}""", "topK")]
    [InlineData("""{"texts":["a"],"topK":"3"}""", "topK")]
    [InlineData("""{"texts":["a"],"minScore":1.1}""", "minScore")]
    [InlineData("""{"texts":["a"],"deadlineMs":0}""", "deadlineMs")]
    [InlineData("""{"texts":["a"],"include":["everything"]}""", "include")]
    [InlineData("""{"texts":["a"],"include":"evidence"}""", "include")]
    public void Read_BadInput_NamesTheField(string json, string named) =>
        Should.Throw<InvalidRequestException>(() => Read(json)).Message.ShouldContain(named);

    private static LabelRequest Read(string json)
    {
        using var document = JsonDocument.Parse(json);
        return LabelRequestReader.Read(document.RootElement, new LabelingOptions { MaxTexts = 3 });
    }
}
