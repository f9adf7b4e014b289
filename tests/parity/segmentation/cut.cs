#:project ../../../services/Common/Segmentation/LabelPlatform.Segmentation.csproj
#:property NoWarn=$(NoWarn);MA0048;CA1050

// The other side of parity.py: cuts texts (one a line, base64 of UTF-16) and answers with start,length,charStart,charLength of each word.
// Arguments: hmm or nohmm, then optionally `userdict FILE` or `edits FILE` (a vocabulary edit a line: +word or -word).

using System.Runtime.InteropServices;
using System.Text;
using LabelPlatform.Segmentation;

var segmenter = Segmenter.Default;
if (args is [_, "userdict", var dictionary])
    segmenter = segmenter.WithUserDictionary(UserDictionary.Load(dictionary));

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
