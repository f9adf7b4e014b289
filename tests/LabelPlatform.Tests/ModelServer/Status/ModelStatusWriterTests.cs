using System.Text;
using LabelPlatform.ModelServer.Buffers;
using LabelPlatform.ModelServer.Servables;
using LabelPlatform.ModelServer.Status;
using LabelPlatform.SavedModels;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.ModelServer.Status;

public sealed class ModelStatusWriterTests
{
    [Fact]
    public void Write_TwoVersions_IsProtobufsLayout()
    {
        using var buffer = new PooledBuffer();

        ModelStatusWriter.Write(
            [
                new VersionStatus(124, ServableState.End, StatusCode.NotFound, "no \"saved_model.pb\""),
                new VersionStatus(123, ServableState.Available, StatusCode.Ok, ""),
            ],
            buffer);

        // Section 1.7 of the reference.
        Encoding.UTF8.GetString(buffer.Span).ShouldBe("""
            {
             "model_version_status": [
              {
               "version": "124",
               "state": "END",
               "status": {
                "error_code": "NOT_FOUND",
                "error_message": "no \"saved_model.pb\""
               }
              },
              {
               "version": "123",
               "state": "AVAILABLE",
               "status": {
                "error_code": "OK",
                "error_message": ""
               }
              }
             ]
            }
            """);
    }
}
