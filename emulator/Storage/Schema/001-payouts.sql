-- Times are Unix milliseconds, money is whole hundredths of the currency unit.

-- What a merchant has between two resets. A reset gives it a new account, so whoever still works for the old one finds it gone.
create table accounts (
    number       bigint primary key, -- never given twice
    merchant_id  bigint not null unique,
    seed         bigint not null,
    balance      bigint not null,  -- what came back by itself since the last payout is not in it yet: see payouts.comes_back
    payouts      bigint not null,  -- ever made; numbers the next one
    held         integer not null, -- 1: callbacks wait for that of the next payout
    clock_ahead  bigint not null,  -- of the machine's clock
    clock_stands bigint            -- the moment at which the merchant's clock stands
);

-- One row: the last number that was given.
create table account_numbers (last bigint not null);
insert into account_numbers (last) values (0);

-- Accounts that are gone and whose rows are still to be swept out.
create table closed_accounts (number bigint primary key);

create table payouts (
    account         bigint not null,
    payment_id      bigint not null,
    method          integer not null,
    order_id        text not null,
    amount          bigint not null,
    amount_text     text not null,
    commission      bigint not null,
    balance_after   bigint not null,
    currency        text not null,
    description     text,
    user_id         text,
    recipient_mask  text,             -- of a card or an account; none while the recipient has typed none
    recipient_hash  text,
    card_token      text,
    post_link       text,
    reference       text not null,
    created_at      bigint not null,
    settles_at      bigint not null,
    was_in_process  integer not null, -- 1: it was not final at once
    error_code      integer,
    comes_back      integer not null, -- 1: the debit returns at settles_at and has not been booked
    idempotency_key text,
    fingerprint     text,
    primary key (account, payment_id)
) {clustered};

create index payouts_by_order on payouts (account, order_id);
create unique index payouts_by_key on payouts (account, idempotency_key) where idempotency_key is not null;
create index payouts_coming_back on payouts (account, settles_at) where comes_back = 1;

-- What recipients are sent to.
create table pages (
    account    bigint not null,
    ticket     text not null, -- the last part of its address
    payment_id bigint not null,
    back_link  text,
    framed     integer not null,
    primary key (account, ticket)
) {clustered};

create index pages_by_payout on pages (account, payment_id);

-- Cards that can be paid to by token.
create table cards (
    account bigint not null,
    number  bigint not null,
    token   text not null,
    user_id text not null,
    mask    text not null,
    hash    text not null,
    digits  integer not null,
    primary key (account, number)
) {clustered};

create unique index cards_by_token on cards (account, token);
create unique index cards_by_owner on cards (account, user_id, hash);

create table callbacks (
    account      bigint not null,
    payment_id   bigint not null,
    number       integer not null,
    lane         text {by_bytes} not null, -- account and host: lanes never wait for each other
    due_at       bigint not null,  -- by the merchant's clock
    leased_until bigint not null,  -- whoever claimed it owns it until then, by the machine's clock
    claims       integer not null, -- attempts begun, those included that nobody lived to record
    attempts     integer not null, -- ever made
    tries        integer not null, -- of the schedule's attempts used up; a resend gives them back
    state        integer not null,
    twist        integer not null, -- what is wrong with the message on purpose
    held_by      bigint,           -- how long after the callback of the next payout it is due, while it waits for that
    primary key (account, payment_id, number)
) {clustered};

create index callbacks_owed on callbacks (lane, due_at) where state = 0;
create index callbacks_held on callbacks (account) where held_by is not null;

create table attempts (
    account          bigint not null,
    payment_id       bigint not null,
    callback         integer not null,
    number           integer not null,
    at               bigint not null,
    address          text not null,
    sent             text not null, -- the form that was posted
    status           integer,
    location         text, -- of a redirect
    fault            integer not null,
    fault_text       text,
    duration_ms      bigint not null,
    answer           text not null,
    answer_signature integer not null,
    primary key (account, payment_id, callback, number)
) {clustered};
