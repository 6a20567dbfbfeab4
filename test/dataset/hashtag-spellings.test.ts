import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CsrRows } from '../../src/dataset/csr-rows.js';
import { foldSpellings, SpellingReader } from '../../src/dataset/hashtag-spellings.js';
import type { Post } from '../../src/documents/post.js';
import { ingest } from '../../src/pipeline/ingest.js';
import { extractHashtags, foldHashtag } from '../../src/text/hashtags.js';
import { TextUnits } from '../../src/text/text-units.js';
import { fileWith } from '../cli/run.js';

const spellingIn = (text: string, tag: string): string => {
  const reader = new SpellingReader();
  const units = new TextUnits();
  units.readText(text);
  reader.readText(units);
  return reader.spellingOf(tag);
};

describe('the spelling of a hashtag in a text', () => {
  it.each([
    ['all of #РоссияСвоихНеБросает!', 'россиясвоихнебросает', 'РоссияСвоихНеБросает'],
    ['#TAG and #Tag', 'tag', 'TAG'],
    ['＃日本語Tag', '日本語tag', '日本語Tag'],
    ['#Tagged #Tag', 'tag', 'Tag'],
    ['#Cafe\u0301', 'café', 'Café'],
    ['#A_b1, #c', 'a_b1', 'A_b1'],
  ])('%s shows #%s as %s', (text, tag, spelling) => {
    expect(spellingIn(text, tag)).toBe(spelling);
  });

  it.each([
    ['no tag at all', 'tag'],
    ['cut off: #Stand…', 'standtogether'],
    ['#Tagged', 'tag'],
    ['Tag', 'tag'],
  ])('%s does not show #%s', (text, tag) => {
    expect(spellingIn(text, tag)).toBe(`#${tag}`);
  });

  it('is found for every hashtag of letters below U+10000 that the text has', () => {
    const word = fc.stringMatching(/^[A-Za-zÀ-ÖØ-öø-žА-яё_]{0,4}[a-zà-öø-žа-я]$/u);
    fc.assert(
      fc.property(fc.array(word, { minLength: 1, maxLength: 5 }), (words) => {
        const text = words.map((each) => `#${each}`).join(' ');
        for (const tag of extractHashtags(text)) {
          const found = spellingIn(text, foldHashtag(tag));
          expect(foldHashtag(found)).toBe(foldHashtag(tag));
          expect(words.map((each) => each.normalize('NFC'))).toContain(found);
        }
      }),
    );
  });
});

/** What is shown for posts of one tag each. */
const shown = (...names: readonly string[]): readonly string[] => {
  const spelled = [...new Set(names)];
  const values = Uint32Array.from(names, (name) => spelled.indexOf(name));
  const { names: folded, spellings } = foldSpellings(
    CsrRows.fromSizes(
      names.map(() => 1),
      values,
    ),
    spelled,
  );
  expect(Array.from(values, (tag) => folded[tag])).toEqual(names.map(foldHashtag));
  return spellings;
};

describe('the spelling that is shown', () => {
  it.each([
    [['Tag', 'TAG', 'TAG', 'tag'], ['TAG']],
    // As often: the first by code points.
    [['tag', 'Tag'], ['Tag']],
    [['\u{10428}', '\u{10400}'], ['\u{10400}']],
    // Who does not show it has no vote, however many they are.
    [['#tag', '#tag', '#tag', 'TaG'], ['TaG']],
    [['#tag', '#tag'], ['tag']],
    [
      ['One', 'two', 'ONE', 'One', 'Two', 'Two'],
      ['One', 'Two'],
    ],
  ])('of %j is %j', (names, spellings) => {
    expect(shown(...names)).toEqual(spellings);
  });

  it('is the same in any order of posts, and one that is used', () => {
    const name = fc.constantFrom('tag', 'Tag', 'TAG', 'tAG', '#tag', '\u{FF34}ag', 'other', 'Other', '#other');
    const names = fc.array(name, { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(
        names.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
        ([some, shuffled]) => {
          expect([...shown(...shuffled)].sort()).toEqual([...shown(...some)].sort());
          for (const spelling of shown(...some))
            expect(some.flatMap((each) => [each, each.replace('#', '')])).toContain(spelling);
        },
      ),
    );
  });
});

describe('the hashtags of a dump', () => {
  const HEADER = 'tweetid,userid,user_screen_name,tweet_time,hashtags,tweet_text';
  const texts = ['#Крым наш', 'и ещё #крым', 'и #КРЫМ', 'а #Крым', '#крым', '#Крым и #Россия', 'cut off #Кр…'];
  const rows = texts.map(
    (text, n) => `${100 + n},${n},h${n},2014-03-01 12:0${n}:00,"[крым${n === 5 ? ', россия' : ''}]",${text}`,
  );
  const hashtagsOf = async (lines: readonly string[]) => {
    const seen: Post[] = [];
    const { dataset } = await ingest([fileWith([HEADER, ...lines, ''].join('\n'))], {}, (post) => seen.push(post));
    return { hashtags: dataset.hashtags, folded: new Set(seen.flatMap((post) => post.hashtags)) };
  };

  it('are shown in their commonest spelling and compared folded, in any order of rows', async () => {
    const { hashtags, folded } = await hashtagsOf(rows);
    expect(hashtags).toEqual([
      { tag: 'Крым', posts: 7 },
      { tag: 'Россия', posts: 1 },
    ]);
    expect(folded).toEqual(new Set(['крым', 'россия']));
    expect((await hashtagsOf(rows.toReversed())).hashtags).toEqual(hashtags);
  });

  it('a row that is there twice has one vote', async () => {
    const [first = '', second = '', , , fifth = ''] = rows;
    // Two spellings, one post each; of the second there are three copies of one row.
    const { hashtags } = await hashtagsOf([first, second, second, second]);
    expect(hashtags).toEqual([{ tag: 'Крым', posts: 2 }]);
    expect((await hashtagsOf([first, second, fifth])).hashtags).toEqual([{ tag: 'крым', posts: 3 }]);
  });
});
