/** An index of the sentences that hold facts, by every two characters: finds words of Chinese, which has no spaces. */
export const sentenceSearch = {
  name: '0004-search',
  sql: `
create table sentence ( -- a sentence that holds facts: those of the document from the first start to the last
  number   integer not null primary key, -- row of sentence_index
  document text not null references document (id) on delete cascade,
  first    integer not null,
  last     integer not null
) strict;
create index sentence_document on sentence (document);

-- every two neighbouring characters of the sentence as a word; ASCII characters are moved up by 0xE000
create virtual table sentence_index using fts5 (
  bigrams, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

create trigger sentence_leaves after delete on sentence begin
  delete from sentence_index where rowid = old.number;
end;

insert into sentence (document, first, last)
select document, min(start), max(start)
from (
  select document, start, sum(begins) over (partition by document order by start, "end") as run
  from (
    select document, start, "end",
      sentence is not lag(sentence) over (partition by document order by start, "end") as begins
    from fact
  )
)
group by document, run
order by document, min(start);

insert into sentence_index (rowid, bigrams)
select s.number, bigrams(f.sentence)
from sentence s join fact f on f.document = s.document and f.start = s.first
group by s.number;
`,
} as const
