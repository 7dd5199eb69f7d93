-- What the callbacks of a payout go on from (W3C traceparent), where its call came with a trace.
alter table payouts add column trace_parent text;
