-- Times are Unix milliseconds, money is whole hundredths of the currency unit.

create table merchants (
    id      bigint primary key,
    seed    bigint not null,
    balance bigint not null, -- what came back by itself since the last payout is not in it yet: see payouts.comes_back
    payouts bigint not null  -- ever made; numbers the next one
);

create table payouts (
    merchant_id     bigint not null,
    payment_id      bigint not null,
    order_id        text not null,
    amount          bigint not null,
    amount_text     text not null,
    commission      bigint not null,
    balance_after   bigint not null,
    currency        text not null,
    description     text not null,
    user_id         text,
    card_mask       text not null,
    card_hash       text not null,
    post_link       text not null,
    reference       text not null,
    created_at      bigint not null,
    settles_at      bigint not null,
    error_code      integer,
    comes_back      integer not null, -- 1: the debit returns at settles_at and has not been booked
    idempotency_key text,
    fingerprint     text,
    primary key (merchant_id, payment_id)
) {clustered};

create index payouts_by_order on payouts (merchant_id, order_id);
create unique index payouts_by_key on payouts (merchant_id, idempotency_key) where idempotency_key is not null;
create index payouts_coming_back on payouts (merchant_id, settles_at) where comes_back = 1;

create table callbacks (
    merchant_id  bigint not null,
    payment_id   bigint not null,
    number       integer not null,
    lane         text not null,    -- merchant and host: lanes never wait for each other
    due_at       bigint not null,
    leased_until bigint not null,  -- whoever claimed it owns it until then
    claims       integer not null, -- attempts begun, those included that nobody lived to record
    attempts     integer not null,
    state        integer not null,
    primary key (merchant_id, payment_id, number)
) {clustered};

create index callbacks_owed on callbacks (lane, due_at) where state = 0;

create table attempts (
    merchant_id      bigint not null,
    payment_id       bigint not null,
    callback         integer not null,
    number           integer not null,
    at               bigint not null,
    address          text not null,
    status           integer,
    fault            integer not null,
    fault_text       text,
    duration_ms      bigint not null,
    answer           text not null,
    answer_signature integer not null,
    primary key (merchant_id, payment_id, callback, number)
) {clustered};
