-- The look-up over people: distinct words, and for each the numbers of the people who have it.
-- Everything here is derived: the save that changes a person writes it, and a check can rebuild it.

DROP TABLE names;

CREATE TABLE lookup_people (
    no INTEGER PRIMARY KEY NOT NULL,
    person BLOB NOT NULL,
    family BLOB NOT NULL,
    words BLOB NOT NULL
) STRICT;
CREATE INDEX ix_lookup_people_family ON lookup_people (family);

-- A number is never given twice: what a window has read of the words must not come to mean others.
CREATE TABLE lookup_words (
    id INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    kind TEXT NOT NULL,
    word TEXT NOT NULL,
    said TEXT NOT NULL,
    people INTEGER NOT NULL,
    UNIQUE (kind, word)
) STRICT;

CREATE TABLE lookup_sounds (
    sound TEXT NOT NULL,
    how TEXT NOT NULL,
    word INTEGER NOT NULL,
    PRIMARY KEY (sound, how, word)
) STRICT, WITHOUT ROWID;
CREATE INDEX ix_lookup_sounds_word ON lookup_sounds (word);

CREATE TABLE lookup_postings (
    word INTEGER NOT NULL,
    block INTEGER NOT NULL,
    people BLOB NOT NULL,
    PRIMARY KEY (word, block)
) STRICT, WITHOUT ROWID;

-- Numbers that one person has are found in the records themselves, however they were spaced.
CREATE INDEX ix_people_postcode
    ON people (replace(upper(postcode), ' ', '')) WHERE postcode <> '';
CREATE INDEX ix_people_phone
    ON people (replace(replace(phone, ' ', ''), '-', '')) WHERE phone <> '';
CREATE INDEX ix_people_nhs_number
    ON people (replace(replace(nhs_number, ' ', ''), '-', '')) WHERE nhs_number <> '';
CREATE INDEX ix_people_upn ON people (replace(upper(upn), ' ', '')) WHERE upn <> '';
CREATE INDEX ix_people_external_id ON people (upper(external_id)) WHERE external_id <> '';

-- Every case is outdated until its people are in the new index.
UPDATE summaries SET rules = '';
