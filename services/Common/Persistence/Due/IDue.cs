namespace LabelPlatform.Persistence.Due;

/// <summary>A row that wants a message at a certain time, and again until its owner has dealt with it.</summary>
public interface IDue
{
    /// <summary>
    /// When (UTC), or null when it waits for nothing. Who handles the message clears it or sets the next one; <see cref="DueSweeper{TDbContext, TEntity}"/>
    /// moves it on by <see cref="PersistenceOptions.DueRepeatSeconds"/> when it publishes, so that a message that is lost comes again.
    /// </summary>
    DateTime? DueAt { get; set; }

    /// <summary>The message that is published then: a contract, made from the row as it is. It may come more than once.</summary>
    object CreateDueMessage();
}
