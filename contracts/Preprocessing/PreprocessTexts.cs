namespace LabelPlatform.Contracts.Preprocessing;

/// <summary>
/// Asks Preprocess to cut texts into words. Answered by <see cref="TextsPreprocessed"/>, its items in the order asked.
/// </summary>
/// <param name="Texts">At most 64 texts or 64 KB.</param>
/// <param name="WholeText">Cut the whole text instead of its first 200 code points.</param>
/// <param name="UseVocabulary">Use the label graph's vocabulary as the user dictionary; without it, the base dictionary alone.</param>
public sealed record PreprocessTexts(TextToPreprocess[] Texts, bool WholeText = false, bool UseVocabulary = true);
