CREATE TABLE inbox_messages (
    message_id TEXT NOT NULL,
    consumer_id TEXT NOT NULL,
    consumed_at TEXT NOT NULL,
    PRIMARY KEY (message_id, consumer_id)
) WITHOUT ROWID;

CREATE INDEX inbox_messages_consumed_at ON inbox_messages (consumed_at);

CREATE TABLE outbox_messages (
    inbox_message_id TEXT NOT NULL,
    inbox_consumer_id TEXT NOT NULL,
    position INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    message_id TEXT NOT NULL,
    request_id TEXT,
    correlation_id TEXT,
    conversation_id TEXT,
    initiator_id TEXT,
    source_address TEXT,
    destination_address TEXT,
    response_address TEXT,
    fault_address TEXT,
    sent_time TEXT NOT NULL,
    expiration_time TEXT,
    content_type TEXT NOT NULL,
    message_type TEXT NOT NULL,
    headers TEXT,
    properties TEXT,
    body TEXT NOT NULL,
    PRIMARY KEY (inbox_message_id, inbox_consumer_id, position),
    FOREIGN KEY (inbox_message_id, inbox_consumer_id) REFERENCES inbox_messages (message_id, consumer_id)
);
