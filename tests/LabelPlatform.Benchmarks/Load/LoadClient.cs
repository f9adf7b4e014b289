using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;

namespace LabelPlatform.Benchmarks.Load;

/// <summary>
/// One HTTP/1.1 connection, used by one thread with blocking calls: a write and a read per request, as the generator shares the
/// processor with what it measures.
/// </summary>
internal sealed class LoadClient : IDisposable
{
    private readonly Uri _url;
    private Socket? _socket;
    private byte[] _buffer = new byte[64 * 1024];

    public LoadClient(Uri url) => _url = url;

    /// <summary>Sends a request and reads the whole answer.</summary>
    /// <returns>The status, and whether it is an answer that holds items and no item's error.</returns>
    public LoadAnswer Send(ReadOnlySpan<byte> request)
    {
        try
        {
            var socket = _socket ??= Connect();
            socket.Send(request);
            var answer = Read(socket, out var headLength);
            var body = answer[headLength..];
            var isWhole = body.IndexOf("\"items\":["u8) >= 0 && body.IndexOf("\"error\":\""u8) < 0;
            return new LoadAnswer(Status(answer), isWhole);
        }
        catch (Exception exception) when (exception is SocketException or EndOfStreamException)
        {
            Dispose();
            return LoadAnswer.Lost;
        }
    }

    public void Dispose()
    {
        _socket?.Dispose();
        _socket = null;
    }

    private Socket Connect()
    {
        var socket = new Socket(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        socket.Connect(IPAddress.Parse(_url.Host), _url.Port);
        return socket;
    }

    private ReadOnlySpan<byte> Read(Socket socket, out int headLength)
    {
        var length = 0;
        headLength = 0;
        while (true)
        {
            if (length == _buffer.Length)
                Array.Resize(ref _buffer, 2 * length);
            var received = socket.Receive(_buffer.AsSpan(length));
            if (received == 0)
                throw new EndOfStreamException();
            length += received;

            var answer = _buffer.AsSpan(0, length);
            if (headLength == 0 && answer.IndexOf("\r\n\r\n"u8) is >= 0 and var end)
                headLength = end + 4;
            if (headLength > 0 && IsComplete(answer[..headLength], answer[headLength..]))
                return answer;
        }
    }

    private static bool IsComplete(ReadOnlySpan<byte> head, ReadOnlySpan<byte> body)
    {
        var name = "Content-Length: "u8;
        return head.IndexOf(name) is >= 0 and var at
            ? Utf8Parser.TryParse(head[(at + name.Length)..], out int expected, out _) && body.Length >= expected
            : body.EndsWith("\r\n0\r\n\r\n"u8); // chunked; the JSON in it has no line ends
    }

    private static int Status(ReadOnlySpan<byte> answer) => Utf8Parser.TryParse(answer["HTTP/1.1 ".Length..], out int status, out _) ? status : 0;
}
