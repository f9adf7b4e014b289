namespace LabelPlatform.Testing;

/// <summary>Sentences about games and films, put together from parts that were written for this: enough for a small model to learn from.</summary>
internal static class TopicSentences
{
    private static readonly string[] Openings = ["昨天晚上", "今天下午", "周末的时候", "放学以后", "吃过晚饭", "上个月", "这几天", "刚才", "一大早", "假期里"];
    private static readonly string[] People = ["我和朋友", "他们几个", "同事小王", "我弟弟", "隔壁邻居", "我们全班", "小李", "她一个人"];
    private static readonly string[] Endings = ["真是太开心了", "感觉还不错", "有点累但是值得", "下次还想再来", "大家都说好", "没有想象中那么难", "时间过得飞快"];
    private static readonly string[] Games = ["打了几局排位", "上线刷副本", "抽到了新皮肤", "练习新英雄", "开黑打团战", "通关了新地图", "升到了王者段位", "组队打野"];
    private static readonly string[] Films = ["看了一部新上映的电影", "讨论导演的新片", "重温经典老电影", "买票去看首映", "追完了一部悬疑剧", "聊主演的演技", "看了预告片", "给影片写影评"];

    /// <summary>Sentences with their topic, <c>游戏</c> or <c>影视</c>, all different.</summary>
    public static IEnumerable<(string Text, string Topic)> All() =>
        from opening in Openings
        from person in People
        from ending in Endings
        from pair in new[] { (Games, "游戏"), (Films, "影视") }
        let what = pair.Item1[(opening.Length + (7 * Array.IndexOf(People, person)) + (3 * Array.IndexOf(Endings, ending)) + Array.IndexOf(Openings, opening)) % pair.Item1.Length]
        select ($"{opening}{person}{what}，{ending}", pair.Item2);
}
