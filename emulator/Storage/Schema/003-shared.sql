-- What sandboxes that share a store have in common besides payouts and callbacks.
alter table accounts add column rules text; -- sealed; none: those that a sandbox starts with
alter table accounts add column rules_put integer not null default 0; -- how often they were put

-- Merchants that were made or changed while sandboxes ran; the others stand in the settings of each.
create table merchants (
    id     bigint primary key,
    sealed text not null -- settings and secrets
);

-- One row: the clock that new merchants start with.
create table start_clock (ahead bigint not null, stands bigint);
insert into start_clock (ahead) values (0);

-- How often the rules of an account that decide only some of the calls were asked, by all sandboxes together.
create table rule_calls (
    account bigint not null,
    put     integer not null, -- accounts.rules_put
    rule    integer not null, -- its position
    calls   bigint not null,
    primary key (account, put, rule)
) {clustered};
