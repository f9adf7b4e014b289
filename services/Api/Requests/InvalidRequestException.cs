namespace LabelPlatform.Api.Requests;

/// <summary>A request that cannot be understood. The message names the field and says what it must be.</summary>
internal sealed class InvalidRequestException(string message, int status = StatusCodes.Status400BadRequest) : Exception(message)
{
    public int Status { get; } = status;
}
