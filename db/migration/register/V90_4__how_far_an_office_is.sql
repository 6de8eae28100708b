-- Every answer about coverage asks until when each office has sent everything, and a past day asks what had come by then: neither may
-- read all batches.
create index register_batch_complete on register_batch (office, complete_to);
create index register_batch_received on register_batch (received_at);
