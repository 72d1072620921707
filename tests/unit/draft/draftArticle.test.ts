import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findNewProblems } from '../../../src/cli/newProblems.ts';
import { draftArticle } from '../../../src/draft/draftArticle.ts';
import { isUntouched } from '../../../src/draft/untouched.ts';
import { baseFiles, createKnown } from './known.ts';
import { runs } from '../seed.ts';

const known = createKnown();
const day = '2024-06-01';

/** Returns the kinds of errors in a text's skeleton, apart from prompts. */
function findWrong(text: string, published?: string): string[] {
  const { markdown } = draftArticle(text, { published }, known, day);
  const { errors } = findNewProblems(baseFiles, 'content', [
    { path: 'articles/draft.md', text: markdown },
  ]);
  return errors.map(({ kind, message }) => `${kind} ${message}`);
}

describe('draftArticle(text, given, known, today)', () => {
  test('prefers the editor’s facts to those it finds', () => {
    const { markdown } = draftArticle(
      'Quay closed\n\nBy Ana Cabo\n\nThe Harbour Police shut the quay on Friday for the night.',
      {
        title: 'Another title',
        source: 'city-ledger',
        published: '2024-05-11',
        by: 'Rui Sal',
        place: 'port',
        url: 'https://ledger.example/1',
      },
      known,
      day,
    );
    expect(markdown).toMatch(
      /^---\ntitle: Another title\nsource: city-ledger\npublished: 2024-05-11\nadded: 2024-06-01\nby: Rui Sal\nurl: https:\/\/ledger\.example\/1\nplace: port\n---\n/,
    );
    expect(markdown).toContain('date: 2024-05-10');
  });

  test('recognises the source by the address of the page', () => {
    const wire = {
      'sources/wire.md': '---\nname: The Wire\nurl: https://www.wire.example/\n---\n',
    };
    const text =
      'Quay closed\nhttps://wire.example/quay\n\nNobody knows why the quay was shut for a night.';
    const { markdown } = draftArticle(text, {}, createKnown(wire), day);
    expect(markdown).toContain('source: wire\n');
  });

  test('asks to check a source that only the text names, and recognises one in the head without its article', () => {
    const text = 'It was shut, as the City Ledger saw, for a night, and nobody said why it was.';
    const guessed = draftArticle(`Quay closed\n\n${text}`, {}, known, day).markdown;
    expect(guessed).toContain('source: city-ledger\n');
    expect(guessed).toContain('check that the article is from city-ledger');
    const headed = draftArticle(`Quay closed\nHarbour Post\n\n${text}`, {}, known, day).markdown;
    expect(headed).toContain('source: harbour-post\n');
    expect(headed).not.toContain('check that the article is from');
    expect(isUntouched(guessed, `Quay closed\n\n${text}`, known)).toBe(true);
  });

  test('leaves the source to write if two are named', () => {
    const text = 'Quay closed\n\nThe Harbour Post and City Ledger do not agree on why it was shut.';
    const { markdown, missing } = draftArticle(text, {}, known, day);
    expect(missing).toEqual(['source', 'published']);
    expect(markdown).toContain('source: # To write: the id of a source');
  });

  test('continues the numbering of other skeletons', () => {
    const other = draftArticle(
      'A first one\n\nThe quay was shut on Friday by the Harbour Police for a night.',
      { source: 'city-ledger', published: '2024-05-11' },
      known,
      day,
    );
    expect(other.markdown).toContain('id: to-name-1\n');
    const { markdown } = draftArticle(
      'A second one\n\nThe quay was opened on Saturday by the Harbour Police for good.',
      { source: 'city-ledger', published: '2024-05-11' },
      createKnown({ 'articles/first.md': other.markdown }),
      day,
    );
    expect(markdown).toContain('id: to-name-2\n');
  });

  test('marks every date as reckoned, never as stated', () => {
    const { markdown } = draftArticle(
      'Quay closed\n\nThe quay was shut on 10 May 2024. It was opened on Saturday.',
      { published: '2024-05-11' },
      known,
      day,
    );
    expect(markdown.match(/^basis: .*$/gm)).toEqual(['basis: reckoned', 'basis: reckoned']);
  });

  test('calculates nothing from a publication that isn’t a single day, and says so', () => {
    const { markdown, undatedBecause, inexactPublication } = draftArticle(
      'Quay closed\n\nThe quay was shut on Friday by the Harbour Police for a night.',
      { published: '2024-05-1X' },
      known,
      day,
    );
    expect(undatedBecause).toBeNull();
    expect(inexactPublication).toBe('2024-05-1X');
    expect(markdown).toContain('published: 2024-05-1X\n');
    expect(markdown).not.toMatch(/^date:/m);
  });

  test.each([
    'Title: *a* "b" [c](d) <e> & #1\n\nBy Ann & Bob\n\n“*Stars* _and_ `ticks` [x](javascript:1) <b> &amp; | ~~no~~,” said Mc`Tick O[Brien on Friday.',
    '--- \n---\n\n“--> <!-- To write:” said Ana Brandt on Friday, and then she left the quay for good.',
    '# One\n\n## Two\n\n```event\nid: x\n```\n\n> said Brandt on Friday, and no more than that was said at all.',
    '\n\n“Nobody” said “nobody, nobody” said «nobody at all» on Friday, Saturday, last week and in May 2019.',
    'ALL, CAPITALS\n\nALL, CAPITALS – ALL – 2 Dec 2020 – X: y',
    'x',
    '1. 2. 3.\n\n- a\n- b\n\n1) c www.example.com/_(x)_ a@b.example "https://[", said Brandt on Friday, and so on.',
    // Found by random texts: “since” a time, in a sentence about the future.
    '! _ “ told in May 2019 \n\n will \\ ` she since March',
  ])('returns a skeleton without faults for %j', (text) => {
    expect(findWrong(text)).toEqual([]);
    expect(findWrong(text, '2024-05-11')).toEqual([]);
  });

  test('returns a skeleton without faults for any text', () => {
    const word = fc.constantFrom(
      ...'Ana Brandt,Brandt’s,the Harbour Police,City Hall,Porto Velho,said,told,she,will,on Friday,last week,by Monday,in May 2019,since March,10 May 2024,“,”,",’,‘,«,»,.,?,!, – ,—,\n,\n\n,By,Comments,*,_,`,[,],(,),<,>,&,#,|,\\,~,-->,```,---,:,http://x.example/?a=b,@,،,قال,'.split(
        ',',
      ),
      ',',
    );
    const text = fc.oneof(
      fc.string({ unit: 'grapheme', minLength: 1 }),
      fc.array(word, { minLength: 1, maxLength: 60 }).map((words) => words.join(' ')),
    );
    fc.assert(
      fc.property(text, fc.boolean(), (article, isDated) => {
        expect(findWrong(article, isDated ? '2024-05-11' : undefined)).toEqual([]);
      }),
      { numRuns: Math.ceil(runs / 10) },
    );
  }, 30_000);
});
