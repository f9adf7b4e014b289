namespace LabelPlatform.Contracts.Training;

/// <summary>When a new version goes live by itself.</summary>
public enum PromotionRule
{
    /// <summary>When it is not worse than the live one by more than the margin, judged by enough test rows; else a person decides.</summary>
    WhenNotWorse,

    /// <summary>Whatever it is.</summary>
    Always,

    /// <summary>Never; a person decides.</summary>
    Never,
}
