-- Payouts of all merchants, the newest first, for people who look.
create index payouts_by_time on payouts (created_at, account, payment_id);
