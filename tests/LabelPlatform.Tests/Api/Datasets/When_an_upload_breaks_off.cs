using LabelPlatform.Api.Datasets;
using LabelPlatform.Api.Training;
using LabelPlatform.ServiceDefaults.Messaging;
using MassTransit.MessageData;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Shouldly;
using Xunit;

namespace LabelPlatform.Tests.Api.Datasets;

public sealed class When_an_upload_breaks_off : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("upload-");

    [Fact]
    public async Task Should_keep_nothing_of_it()
    {
        var uploads = new DatasetUploads(
            new FileSystemMessageDataRepository(_folder),
            new MessageDataFolder(Options.Create(new MessagingOptions { MessageDataPath = _folder.FullName })),
            Options.Create(new TrainingApiOptions()));
        var context = new DefaultHttpContext();
        context.Request.Body = new BrokenOffStream(1000);

        (await Should.ThrowAsync<IOException>(() => uploads.StoreAsync(context.Request))).Message.ShouldBe("The client is gone.");

        _folder.EnumerateFiles("*", SearchOption.AllDirectories).ShouldBeEmpty();
    }

    public void Dispose() => _folder.Delete(recursive: true);
}
