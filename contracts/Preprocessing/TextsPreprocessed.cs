namespace LabelPlatform.Contracts.Preprocessing;

/// <summary>The answer to <see cref="PreprocessTexts"/>.</summary>
/// <param name="GraphVersion">Version of the label graph whose vocabulary was the user dictionary.</param>
/// <param name="Texts">One item a text, in the order asked.</param>
public sealed record TextsPreprocessed(long GraphVersion, PreprocessedText[] Texts);
