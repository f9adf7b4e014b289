namespace LabelPlatform.Tests.Common.Segmentation;

/// <summary>A text and what python3-jieba makes of it; see Golden/generate.py.</summary>
internal sealed record GoldenText(string Text, string[] Hmm, string[] Plain, string[] UserHmm, string[] UserPlain);
