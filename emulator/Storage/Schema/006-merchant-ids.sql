-- No merchant id is given out twice: late calls of one test are not to turn up with the merchant of the next.

-- One row: the last id that was given out.
create table given_merchant_ids (last bigint not null);
insert into given_merchant_ids (last) values (10000);

-- The ids of merchants that were removed.
create table removed_merchant_ids (id bigint primary key);
