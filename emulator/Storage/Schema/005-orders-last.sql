-- Of indexes that seem to cost the same, PostgreSQL takes the one that was made last. To a server that last looked at the table while it was empty they
-- all do, and for an order id only this one stays good when it fills.
drop index payouts_by_order;
create index payouts_by_order on payouts (account, order_id);
