CREATE TABLE inbox_messages (
    message_id uuid NOT NULL,
    consumer_id uuid NOT NULL,
    consumed_at timestamptz NOT NULL,
    PRIMARY KEY (message_id, consumer_id)
);

CREATE INDEX inbox_messages_consumed_at ON inbox_messages (consumed_at);

CREATE TABLE outbox_messages (
    inbox_message_id uuid NOT NULL,
    inbox_consumer_id uuid NOT NULL,
    position integer NOT NULL,
    attempts integer NOT NULL,
    message_id uuid NOT NULL,
    request_id uuid,
    correlation_id uuid,
    conversation_id uuid,
    initiator_id uuid,
    source_address text,
    destination_address text,
    response_address text,
    fault_address text,
    sent_time timestamptz NOT NULL,
    expiration_time timestamptz,
    content_type text NOT NULL,
    message_type text NOT NULL,
    headers text,
    properties text,
    body text NOT NULL,
    PRIMARY KEY (inbox_message_id, inbox_consumer_id, position),
    FOREIGN KEY (inbox_message_id, inbox_consumer_id) REFERENCES inbox_messages (message_id, consumer_id)
);
