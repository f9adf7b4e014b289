using System.Net;
using System.Net.Sockets;

namespace LabelPlatform.AllInOne;

/// <summary>Holds a free port of this machine from the moment that the settings name it until a server listens on it.</summary>
internal sealed class LoopbackSocket : IDisposable
{
    private readonly Socket _socket = new(AddressFamily.InterNetwork, SocketType.Stream, ProtocolType.Tcp);

    public LoopbackSocket() => _socket.Bind(new IPEndPoint(IPAddress.Loopback, 0));

    public nint Handle => _socket.Handle;

    /// <summary>The address, as <c>http://127.0.0.1:41234</c>.</summary>
    public string Url => $"http://{_socket.LocalEndPoint}";

    public void Dispose() => _socket.Dispose();
}
