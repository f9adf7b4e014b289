#:project ../../../services/Common/Segmentation/LabelPlatform.Segmentation.csproj
#:property NoWarn=$(NoWarn);MA0048;CA1050

// The other side of parity.py: cuts texts (one a line, base64 of UTF-16) and answers with start,length,charStart,charLength of each word.
// Arguments: hmm or nohmm, then optionally `userdict FILE` or `vocabulary FILE`; of a vocabulary, every other word comes by an edit, and
// as many other words come and go.

using System.Runtime.InteropServices;
using System.Text;
using LabelPlatform.Segmentation;

var segmenter = args switch
{
    [_, "userdict", var file] => Segmenter.Default.WithUserDictionary(UserDictionary.Load(file)),
    [_, "vocabulary", var file] => WithVocabulary(File.ReadAllLines(file)),
    _ => Segmenter.Default,
};

using var input = new StreamReader(Console.OpenStandardInput(), Encoding.ASCII, bufferSize: 1 << 16);
using var output = new StreamWriter(Console.OpenStandardOutput(), Encoding.ASCII, bufferSize: 1 << 16);
var words = new List<Word>();
while (input.ReadLine() is { } line)
{
    var text = MemoryMarshal.Cast<byte, char>(Convert.FromBase64String(line));
    words.Clear();
    segmenter.Cut(text, words, hmm: args[0] == "hmm");
    output.WriteLine(string.Join(' ', words.Select(word => $"{word.Start},{word.Length},{word.CharStart},{word.CharLength}")));
}

static Segmenter WithVocabulary(string[] words)
{
    var segmenter = Segmenter.Default.WithVocabulary(words.Where((_, i) => i % 2 == 0));
    foreach (string word in words.Where((_, i) => i % 2 == 1))
        segmenter = segmenter.AddWord(word).AddWord(word + "暂").RemoveWord(word + "暂");
    return segmenter;
}
