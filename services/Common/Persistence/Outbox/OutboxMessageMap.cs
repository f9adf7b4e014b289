using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace LabelPlatform.Persistence.Outbox;

internal sealed class OutboxMessageMap : IEntityTypeConfiguration<OutboxMessage>
{
    /// <inheritdoc />
    public void Configure(EntityTypeBuilder<OutboxMessage> builder)
    {
        builder.ToTable("outbox_messages");
        builder.HasKey(message => new { message.InboxMessageId, message.InboxConsumerId, message.Position });
        builder.HasOne<InboxMessage>().WithMany().HasForeignKey(message => new { message.InboxMessageId, message.InboxConsumerId });
    }
}
