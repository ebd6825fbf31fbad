CREATE TABLE bank_accounts (
  id BIGSERIAL NOT NULL,
  person_id BIGINT NOT NULL,
  number_digest BYTEA NOT NULL,
  number_sealed BYTEA NOT NULL,
  holder_sealed BYTEA NOT NULL,
  county VARCHAR NOT NULL,
  bank VARCHAR NOT NULL,
  branch VARCHAR NOT NULL,
  branch_name VARCHAR NOT NULL,
  opened_on DATE NOT NULL,
  preferred BOOLEAN NOT NULL,
  refund BOOLEAN NOT NULL,
  reported_at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT pk_bank_accounts PRIMARY KEY (id),
  CONSTRAINT uq_bank_accounts_person_id_number_digest UNIQUE (person_id, number_digest)
);

CREATE UNIQUE INDEX uq_bank_accounts_preferred ON bank_accounts (person_id) WHERE preferred;

CREATE UNIQUE INDEX uq_bank_accounts_refund ON bank_accounts (person_id) WHERE refund;

CREATE TABLE agreements (
  number VARCHAR NOT NULL,
  person_id BIGINT NOT NULL,
  authority VARCHAR NOT NULL,
  bank VARCHAR NOT NULL,
  branch VARCHAR NOT NULL,
  branch_name VARCHAR NOT NULL,
  account_digest BYTEA NOT NULL,
  account_sealed BYTEA NOT NULL,
  holder_sealed BYTEA NOT NULL,
  phone_sealed BYTEA NOT NULL,
  state VARCHAR(20) NOT NULL,
  live BOOLEAN NOT NULL,
  signed_at TIMESTAMP WITH TIME ZONE NOT NULL,
  verified_at TIMESTAMP WITH TIME ZONE,
  revoked_at TIMESTAMP WITH TIME ZONE,
  reason VARCHAR(20),
  CONSTRAINT pk_agreements PRIMARY KEY (number)
);

CREATE INDEX ix_agreements_person_id ON agreements (person_id);

CREATE UNIQUE INDEX uq_agreements_live ON agreements (person_id) WHERE live;

CREATE TABLE people (
  id BIGSERIAL NOT NULL,
  kind VARCHAR(20) NOT NULL,
  number_digest BYTEA NOT NULL,
  identity_digest BYTEA NOT NULL,
  number_sealed BYTEA NOT NULL,
  name_sealed BYTEA NOT NULL,
  posting_refused BOOLEAN NOT NULL,
  CONSTRAINT pk_people PRIMARY KEY (id),
  CONSTRAINT uq_people_number_digest UNIQUE (number_digest),
  CONSTRAINT uq_people_identity_digest UNIQUE (identity_digest)
);

CREATE TABLE owed_bills (
  bill_key VARCHAR NOT NULL,
  agency VARCHAR NOT NULL,
  tier VARCHAR NOT NULL,
  base BIGINT,
  fen BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  scheme VARCHAR(20) NOT NULL,
  insurance VARCHAR(20) NOT NULL,
  period VARCHAR(7) NOT NULL,
  CONSTRAINT pk_owed_bills PRIMARY KEY (bill_key)
);

CREATE INDEX ix_owed_bills_person_id ON owed_bills (person_id);

CREATE TABLE tier_records (
  bill_key VARCHAR NOT NULL,
  tier VARCHAR NOT NULL,
  base BIGINT,
  fen BIGINT NOT NULL,
  channel VARCHAR NOT NULL,
  recorded_at TIMESTAMP WITH TIME ZONE NOT NULL,
  paid BOOLEAN NOT NULL,
  person_id BIGINT NOT NULL,
  scheme VARCHAR(20) NOT NULL,
  insurance VARCHAR(20) NOT NULL,
  period VARCHAR(7) NOT NULL,
  CONSTRAINT pk_tier_records PRIMARY KEY (bill_key)
);

CREATE INDEX ix_tier_records_person_id ON tier_records (person_id);

CREATE TABLE postings (
  voucher VARCHAR NOT NULL,
  order_number VARCHAR,
  paid_at TIMESTAMP WITH TIME ZONE,
  channel VARCHAR NOT NULL,
  CONSTRAINT pk_postings PRIMARY KEY (voucher),
  CONSTRAINT uq_postings_order_number UNIQUE (order_number)
);

CREATE TABLE orders (
  number VARCHAR NOT NULL,
  network VARCHAR(20) NOT NULL,
  channel VARCHAR NOT NULL,
  payer BIGINT NOT NULL,
  fen BIGINT NOT NULL,
  state VARCHAR(20) NOT NULL,
  created_at TIMESTAMP WITH TIME ZONE NOT NULL,
  deadline TIMESTAMP WITH TIME ZONE NOT NULL,
  code VARCHAR,
  transaction VARCHAR,
  paid_at TIMESTAMP WITH TIME ZONE,
  voucher VARCHAR,
  owed_at TIMESTAMP WITH TIME ZONE,
  proof VARCHAR,
  reason_sealed BYTEA,
  combined VARCHAR,
  combined_fen BIGINT,
  CONSTRAINT pk_orders PRIMARY KEY (number)
);

CREATE INDEX ix_orders_combined ON orders (combined);

CREATE INDEX ix_orders_created_at ON orders (created_at);

CREATE INDEX ix_orders_state_deadline ON orders (state, deadline);

CREATE TABLE counters (
  name VARCHAR NOT NULL,
  value BIGINT NOT NULL,
  CONSTRAINT pk_counters PRIMARY KEY (name)
);

CREATE TABLE store_id (
  id BYTEA NOT NULL,
  CONSTRAINT pk_store_id PRIMARY KEY (id)
);

CREATE TABLE losses (
  id BIGSERIAL NOT NULL,
  counter VARCHAR NOT NULL,
  kept BIGINT NOT NULL,
  resumed BIGINT NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT pk_losses PRIMARY KEY (id)
);

CREATE TABLE certificates (
  number VARCHAR NOT NULL,
  kind VARCHAR(20) NOT NULL,
  opening VARCHAR(20) NOT NULL,
  person_id BIGINT NOT NULL,
  issued_at TIMESTAMP WITH TIME ZONE NOT NULL,
  issuer VARCHAR NOT NULL,
  original VARCHAR NOT NULL,
  content_sealed BYTEA NOT NULL,
  CONSTRAINT pk_certificates PRIMARY KEY (number)
);

CREATE INDEX ix_certificates_person_id ON certificates (person_id);

CREATE TABLE bill_marks (
  network VARCHAR(20) NOT NULL,
  day DATE NOT NULL,
  kind VARCHAR(20) NOT NULL,
  number VARCHAR NOT NULL,
  bucket VARCHAR(20) NOT NULL,
  CONSTRAINT pk_bill_marks PRIMARY KEY (network, day, kind, number)
);

CREATE INDEX ix_bill_marks_network_kind_number ON bill_marks (network, kind, number);

CREATE TABLE bill_reports (
  network VARCHAR(20) NOT NULL,
  day DATE NOT NULL,
  outcome VARCHAR(20) NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  why VARCHAR NOT NULL,
  tries INTEGER NOT NULL,
  told VARCHAR NOT NULL,
  CONSTRAINT pk_bill_reports PRIMARY KEY (network, day)
);

CREATE TABLE cases (
  number VARCHAR NOT NULL,
  network VARCHAR(20) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  reference VARCHAR NOT NULL,
  state VARCHAR(20) NOT NULL,
  opened_at TIMESTAMP WITH TIME ZONE NOT NULL,
  why VARCHAR(20),
  day DATE,
  ours BIGINT,
  theirs BIGINT,
  transaction VARCHAR NOT NULL,
  asked_at TIMESTAMP WITH TIME ZONE,
  ended_at TIMESTAMP WITH TIME ZONE,
  how VARCHAR(20),
  second VARCHAR NOT NULL,
  proof VARCHAR,
  reason_sealed BYTEA,
  CONSTRAINT pk_cases PRIMARY KEY (number)
);

CREATE INDEX ix_cases_state ON cases (state);

CREATE TABLE refunds (
  number VARCHAR NOT NULL,
  bill_key VARCHAR NOT NULL,
  live BOOLEAN NOT NULL,
  agency VARCHAR NOT NULL,
  voucher VARCHAR NOT NULL,
  channel VARCHAR NOT NULL,
  paid_on DATE NOT NULL,
  paid_fen BIGINT NOT NULL,
  applied_before BIGINT NOT NULL,
  order_number VARCHAR NOT NULL,
  sum_kind VARCHAR(20) NOT NULL,
  ground VARCHAR(20) NOT NULL,
  fen BIGINT NOT NULL,
  account_digest BYTEA NOT NULL,
  private_sealed BYTEA NOT NULL,
  state VARCHAR(20) NOT NULL,
  route VARCHAR(20) NOT NULL,
  applied_at TIMESTAMP WITH TIME ZONE NOT NULL,
  sent_at TIMESTAMP WITH TIME ZONE,
  ended_at TIMESTAMP WITH TIME ZONE,
  reason_sealed BYTEA,
  person_id BIGINT NOT NULL,
  scheme VARCHAR(20) NOT NULL,
  insurance VARCHAR(20) NOT NULL,
  period VARCHAR(7) NOT NULL,
  CONSTRAINT pk_refunds PRIMARY KEY (number)
);

CREATE INDEX ix_refunds_bill_key ON refunds (bill_key);

CREATE INDEX ix_refunds_ended_at ON refunds (ended_at);

CREATE INDEX ix_refunds_person_id_account_digest ON refunds (person_id, account_digest);

CREATE INDEX ix_refunds_state ON refunds (state);

CREATE UNIQUE INDEX uq_refunds_live ON refunds (bill_key) WHERE live;

CREATE TABLE app_accounts (
  person_id BIGINT NOT NULL,
  phone_digest BYTEA NOT NULL,
  phone_sealed BYTEA NOT NULL,
  CONSTRAINT pk_app_accounts PRIMARY KEY (person_id),
  CONSTRAINT fk_app_accounts_person_id_people FOREIGN KEY(person_id) REFERENCES people (id),
  CONSTRAINT uq_app_accounts_phone_digest UNIQUE (phone_digest)
);

CREATE TABLE enrolments (
  id BIGSERIAL NOT NULL,
  person_id BIGINT NOT NULL,
  scheme VARCHAR(20) NOT NULL,
  insurance VARCHAR(20) NOT NULL,
  agency VARCHAR NOT NULL,
  category VARCHAR NOT NULL,
  CONSTRAINT pk_enrolments PRIMARY KEY (id),
  CONSTRAINT uq_enrolments_person_id_scheme_insurance_agency UNIQUE (person_id, scheme, insurance, agency),
  CONSTRAINT fk_enrolments_person_id_people FOREIGN KEY(person_id) REFERENCES people (id)
);

CREATE TABLE posted_bills (
  bill_key VARCHAR NOT NULL,
  voucher VARCHAR NOT NULL,
  agency VARCHAR NOT NULL,
  tier VARCHAR NOT NULL,
  base BIGINT,
  fen BIGINT,
  person_id BIGINT NOT NULL,
  scheme VARCHAR(20) NOT NULL,
  insurance VARCHAR(20) NOT NULL,
  period VARCHAR(7) NOT NULL,
  CONSTRAINT pk_posted_bills PRIMARY KEY (bill_key),
  CONSTRAINT fk_posted_bills_voucher_postings FOREIGN KEY(voucher) REFERENCES postings (voucher)
);

CREATE INDEX ix_posted_bills_person_id ON posted_bills (person_id);

CREATE INDEX ix_posted_bills_voucher ON posted_bills (voucher);

CREATE TABLE order_lines (
  order_number VARCHAR NOT NULL,
  position INTEGER NOT NULL,
  bill_key VARCHAR NOT NULL,
  live BOOLEAN NOT NULL,
  agency VARCHAR NOT NULL,
  tier VARCHAR NOT NULL,
  base BIGINT,
  fen BIGINT NOT NULL,
  person_id BIGINT NOT NULL,
  scheme VARCHAR(20) NOT NULL,
  insurance VARCHAR(20) NOT NULL,
  period VARCHAR(7) NOT NULL,
  CONSTRAINT pk_order_lines PRIMARY KEY (order_number, position),
  CONSTRAINT fk_order_lines_order_number_orders FOREIGN KEY(order_number) REFERENCES orders (number)
);

CREATE INDEX ix_order_lines_bill_key ON order_lines (bill_key);

CREATE INDEX ix_order_lines_person_id ON order_lines (person_id);

CREATE UNIQUE INDEX uq_order_lines_live ON order_lines (bill_key) WHERE live;

CREATE TABLE order_events (
  order_number VARCHAR NOT NULL,
  state VARCHAR(20) NOT NULL,
  who VARCHAR,
  serial BIGINT NOT NULL,
  event VARCHAR NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  detail VARCHAR NOT NULL,
  learnt VARCHAR NOT NULL,
  terminal VARCHAR,
  hash BYTEA NOT NULL,
  CONSTRAINT pk_order_events PRIMARY KEY (serial),
  CONSTRAINT fk_order_events_order_number_orders FOREIGN KEY(order_number) REFERENCES orders (number)
);

CREATE INDEX ix_order_events_order_number ON order_events (order_number);

CREATE TABLE opened_bills (
  bill_key VARCHAR NOT NULL,
  person_id BIGINT NOT NULL,
  certificate VARCHAR NOT NULL,
  CONSTRAINT pk_opened_bills PRIMARY KEY (bill_key),
  CONSTRAINT fk_opened_bills_certificate_certificates FOREIGN KEY(certificate) REFERENCES certificates (number)
);

CREATE INDEX ix_opened_bills_certificate ON opened_bills (certificate);

CREATE INDEX ix_opened_bills_person_id ON opened_bills (person_id);

CREATE TABLE certificate_prints (
  certificate VARCHAR NOT NULL,
  attempt INTEGER NOT NULL,
  began_at TIMESTAMP WITH TIME ZONE NOT NULL,
  "end" VARCHAR(20),
  ended_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_certificate_prints PRIMARY KEY (certificate, attempt),
  CONSTRAINT fk_certificate_prints_certificate_certificates FOREIGN KEY(certificate) REFERENCES certificates (number)
);

CREATE INDEX ix_certificate_prints_under_way ON certificate_prints (certificate) WHERE "end" IS NULL;

CREATE TABLE case_events (
  case_number VARCHAR NOT NULL,
  state VARCHAR(20) NOT NULL,
  who VARCHAR NOT NULL,
  serial BIGINT NOT NULL,
  event VARCHAR NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  detail VARCHAR NOT NULL,
  learnt VARCHAR NOT NULL,
  terminal VARCHAR,
  hash BYTEA NOT NULL,
  CONSTRAINT pk_case_events PRIMARY KEY (serial),
  CONSTRAINT fk_case_events_case_number_cases FOREIGN KEY(case_number) REFERENCES cases (number)
);

CREATE INDEX ix_case_events_case_number ON case_events (case_number);

CREATE TABLE refund_events (
  refund VARCHAR NOT NULL,
  state VARCHAR(20) NOT NULL,
  who VARCHAR NOT NULL,
  serial BIGINT NOT NULL,
  event VARCHAR NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  detail VARCHAR NOT NULL,
  learnt VARCHAR NOT NULL,
  terminal VARCHAR,
  hash BYTEA NOT NULL,
  CONSTRAINT pk_refund_events PRIMARY KEY (serial),
  CONSTRAINT fk_refund_events_refund_refunds FOREIGN KEY(refund) REFERENCES refunds (number)
);

CREATE INDEX ix_refund_events_refund ON refund_events (refund);

CREATE TABLE repayments (
  number VARCHAR NOT NULL,
  claim VARCHAR NOT NULL,
  serial INTEGER NOT NULL,
  order_number VARCHAR NOT NULL,
  fen BIGINT NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  state VARCHAR(20) NOT NULL,
  since TIMESTAMP WITH TIME ZONE NOT NULL,
  reference VARCHAR NOT NULL,
  why VARCHAR NOT NULL,
  CONSTRAINT pk_repayments PRIMARY KEY (number),
  CONSTRAINT uq_repayments_claim_serial UNIQUE (claim, serial),
  CONSTRAINT fk_repayments_order_number_orders FOREIGN KEY(order_number) REFERENCES orders (number)
);

CREATE INDEX ix_repayments_state ON repayments (state);

CREATE TABLE repayment_events (
  repayment VARCHAR NOT NULL,
  state VARCHAR(20) NOT NULL,
  who VARCHAR NOT NULL,
  serial BIGINT NOT NULL,
  event VARCHAR NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  detail VARCHAR NOT NULL,
  learnt VARCHAR NOT NULL,
  terminal VARCHAR,
  hash BYTEA NOT NULL,
  CONSTRAINT pk_repayment_events PRIMARY KEY (serial),
  CONSTRAINT fk_repayment_events_repayment_repayments FOREIGN KEY(repayment) REFERENCES repayments (number)
);

CREATE INDEX ix_repayment_events_repayment ON repayment_events (repayment);

CREATE SEQUENCE vouchers;

CREATE TABLE desk_members (
  number VARCHAR NOT NULL,
  name_sealed BYTEA NOT NULL,
  roles VARCHAR NOT NULL,
  state VARCHAR(20) NOT NULL,
  added_at TIMESTAMP WITH TIME ZONE NOT NULL,
  passphrase VARCHAR NOT NULL,
  until TIMESTAMP WITH TIME ZONE,
  secret_sealed BYTEA,
  step BIGINT NOT NULL,
  CONSTRAINT pk_desk_members PRIMARY KEY (number)
);

CREATE TABLE desk_tries (
  key BYTEA NOT NULL,
  times INTEGER NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  until TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT pk_desk_tries PRIMARY KEY (key)
);

CREATE INDEX ix_desk_tries_at ON desk_tries (at);

CREATE TABLE seal (
  sealed BYTEA NOT NULL,
  CONSTRAINT pk_seal PRIMARY KEY (sealed)
);

CREATE TABLE terminals (
  number VARCHAR(20) NOT NULL,
  state VARCHAR(20) NOT NULL,
  hall VARCHAR NOT NULL,
  certificate VARCHAR(64),
  enrolled_at TIMESTAMP WITH TIME ZONE,
  expires_at TIMESTAMP WITH TIME ZONE,
  revoked_at TIMESTAMP WITH TIME ZONE,
  heard_at TIMESTAMP WITH TIME ZONE,
  health VARCHAR,
  copied BIGINT NOT NULL,
  CONSTRAINT pk_terminals PRIMARY KEY (number),
  CONSTRAINT uq_terminals_certificate UNIQUE (certificate)
);

CREATE TABLE introductions (
  terminal VARCHAR(20) NOT NULL,
  person_id BIGINT NOT NULL,
  until TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT pk_introductions PRIMARY KEY (terminal, person_id)
);

CREATE INDEX ix_introductions_until ON introductions (until);

CREATE TABLE wrong_looks (
  id BIGSERIAL NOT NULL,
  terminal VARCHAR(20) NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT pk_wrong_looks PRIMARY KEY (id)
);

CREATE INDEX ix_wrong_looks_terminal_at ON wrong_looks (terminal, at);

CREATE TABLE claims (
  order_number VARCHAR(32) NOT NULL,
  bill_key VARCHAR NOT NULL,
  person_id BIGINT NOT NULL,
  terminal VARCHAR(20) NOT NULL,
  taken_at TIMESTAMP WITH TIME ZONE NOT NULL,
  live BOOLEAN NOT NULL,
  CONSTRAINT pk_claims PRIMARY KEY (order_number, bill_key)
);

CREATE INDEX ix_claims_of ON claims (terminal) WHERE live;

CREATE INDEX ix_claims_person_id ON claims (person_id);

CREATE UNIQUE INDEX uq_claims_live ON claims (bill_key) WHERE live;

CREATE TABLE requests (
  terminal VARCHAR(20) NOT NULL,
  number VARCHAR(32) NOT NULL,
  content BYTEA NOT NULL,
  status INTEGER NOT NULL,
  answer_sealed BYTEA NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT pk_requests PRIMARY KEY (terminal, number)
);

CREATE INDEX ix_requests_at ON requests (at);

CREATE TABLE copies (
  terminal VARCHAR(20) NOT NULL,
  serial BIGINT NOT NULL,
  order_number VARCHAR(32) NOT NULL,
  event VARCHAR NOT NULL,
  state VARCHAR NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  who VARCHAR,
  wrote VARCHAR,
  detail VARCHAR NOT NULL,
  learnt VARCHAR NOT NULL,
  hash BYTEA NOT NULL,
  CONSTRAINT pk_copies PRIMARY KEY (terminal, serial)
);

CREATE INDEX ix_copies_order_number ON copies (order_number);

CREATE TABLE wishes (
  number BIGSERIAL NOT NULL,
  terminal VARCHAR(20) NOT NULL,
  order_number VARCHAR(32) NOT NULL,
  kind VARCHAR(20) NOT NULL,
  who VARCHAR NOT NULL,
  proof VARCHAR NOT NULL,
  reason_sealed BYTEA,
  made_at TIMESTAMP WITH TIME ZONE NOT NULL,
  done_at TIMESTAMP WITH TIME ZONE,
  outcome VARCHAR,
  CONSTRAINT pk_wishes PRIMARY KEY (number)
);

CREATE INDEX ix_wishes_of ON wishes (terminal) WHERE done_at IS NULL;

CREATE UNIQUE INDEX uq_wishes_asks ON wishes (order_number) WHERE done_at IS NULL AND kind = 'ask';

CREATE UNIQUE INDEX uq_wishes_ends ON wishes (order_number) WHERE done_at IS NULL AND kind <> 'ask';

CREATE TABLE homes (
  order_number VARCHAR(32) NOT NULL,
  terminal VARCHAR(20) NOT NULL,
  CONSTRAINT pk_homes PRIMARY KEY (order_number)
);

CREATE INDEX ix_homes_terminal ON homes (terminal);

CREATE TABLE pins (
  number VARCHAR(20) NOT NULL,
  pin_hash VARCHAR NOT NULL,
  CONSTRAINT pk_pins PRIMARY KEY (number)
);

CREATE TABLE duties (
  terminal VARCHAR(20) NOT NULL,
  number VARCHAR(20) NOT NULL,
  until TIMESTAMP WITH TIME ZONE NOT NULL,
  CONSTRAINT pk_duties PRIMARY KEY (terminal, number)
);

CREATE TABLE sms_codes (
  id BIGSERIAL NOT NULL,
  phone_digest BYTEA NOT NULL,
  code_digest BYTEA NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  tries INTEGER NOT NULL,
  "over" BOOLEAN NOT NULL,
  CONSTRAINT pk_sms_codes PRIMARY KEY (id)
);

CREATE INDEX ix_sms_codes_phone_digest_at ON sms_codes (phone_digest, at);

CREATE TABLE desk_entries (
  member VARCHAR NOT NULL,
  state VARCHAR(20) NOT NULL,
  who VARCHAR NOT NULL,
  about VARCHAR NOT NULL,
  serial BIGINT NOT NULL,
  event VARCHAR NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  detail VARCHAR NOT NULL,
  learnt VARCHAR NOT NULL,
  terminal VARCHAR,
  hash BYTEA NOT NULL,
  CONSTRAINT pk_desk_entries PRIMARY KEY (serial),
  CONSTRAINT fk_desk_entries_member_desk_members FOREIGN KEY(member) REFERENCES desk_members (number)
);

CREATE INDEX ix_desk_entries_about ON desk_entries (about);

CREATE INDEX ix_desk_entries_member ON desk_entries (member);

CREATE TABLE desk_sessions (
  id BYTEA NOT NULL,
  member VARCHAR NOT NULL,
  began_at TIMESTAMP WITH TIME ZONE NOT NULL,
  seen_at TIMESTAMP WITH TIME ZONE NOT NULL,
  enters BOOLEAN NOT NULL,
  secret_sealed BYTEA,
  said VARCHAR NOT NULL,
  CONSTRAINT pk_desk_sessions PRIMARY KEY (id),
  CONSTRAINT fk_desk_sessions_member_desk_members FOREIGN KEY(member) REFERENCES desk_members (number)
);

CREATE INDEX ix_desk_sessions_member ON desk_sessions (member);

CREATE TABLE desk_proposals (
  number BIGINT NOT NULL,
  act VARCHAR(20) NOT NULL,
  subject VARCHAR NOT NULL,
  fen BIGINT NOT NULL,
  first VARCHAR NOT NULL,
  second VARCHAR NOT NULL,
  proof VARCHAR NOT NULL,
  reason_sealed BYTEA NOT NULL,
  seen BYTEA NOT NULL,
  state VARCHAR(20) NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  until TIMESTAMP WITH TIME ZONE NOT NULL,
  ended_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_desk_proposals PRIMARY KEY (number),
  CONSTRAINT fk_desk_proposals_first_desk_members FOREIGN KEY(first) REFERENCES desk_members (number)
);

CREATE INDEX ix_desk_proposals_subject ON desk_proposals (subject);

CREATE UNIQUE INDEX uq_desk_proposals_open ON desk_proposals (subject) WHERE state = 'open';

CREATE TABLE terminal_entries (
  number VARCHAR(20) NOT NULL,
  state VARCHAR(20) NOT NULL,
  who VARCHAR NOT NULL,
  serial BIGINT NOT NULL,
  event VARCHAR NOT NULL,
  at TIMESTAMP WITH TIME ZONE NOT NULL,
  detail VARCHAR NOT NULL,
  learnt VARCHAR NOT NULL,
  terminal VARCHAR,
  hash BYTEA NOT NULL,
  CONSTRAINT pk_terminal_entries PRIMARY KEY (serial),
  CONSTRAINT fk_terminal_entries_number_terminals FOREIGN KEY(number) REFERENCES terminals (number)
);

CREATE INDEX ix_terminal_entries_number ON terminal_entries (number);

CREATE TABLE enrolment_codes (
  digest BYTEA NOT NULL,
  terminal VARCHAR(20) NOT NULL,
  made_at TIMESTAMP WITH TIME ZONE NOT NULL,
  used_at TIMESTAMP WITH TIME ZONE,
  CONSTRAINT pk_enrolment_codes PRIMARY KEY (digest),
  CONSTRAINT fk_enrolment_codes_terminal_terminals FOREIGN KEY(terminal) REFERENCES terminals (number)
);

CREATE INDEX ix_enrolment_codes_terminal ON enrolment_codes (terminal);
