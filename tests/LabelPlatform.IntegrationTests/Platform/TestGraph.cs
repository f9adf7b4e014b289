namespace LabelPlatform.IntegrationTests.Platform;

/// <summary>
/// A small label graph. 苹果, 梨子, 小米, 天鹅 and 红旗 are ambiguous. 水果, 公司, 动物 and 汽车 are the labels that tests give models; 粮食, 芭蕾 and 旗帜
/// never have one.
/// </summary>
public static class TestGraph
{
    public const string Tree =
        """
        [{"万物": ["食物", "动物", "汽车", "公司", "芭蕾", "旗帜"]}, {"食物": ["水果", "粮食"]}]
        """;

    public const string Vocabulary =
        """
        word,label,weight
        香蕉,水果,0.8
        葡萄,水果,0.6
        老虎,动物,0.8
        轿车,汽车,0.8
        董事会,公司,0.8
        水稻,粮食,0.8
        苹果,水果,0.7
        苹果,公司,0.6
        梨子,水果,0.6
        梨子,粮食,0.7
        小米,粮食,0.7
        小米,公司,0.6
        天鹅,动物,0.7
        天鹅,芭蕾,0.6
        红旗,汽车,0.7
        红旗,旗帜,0.6
        """;
}
