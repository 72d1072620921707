import { offices, ranks } from '../model/titleWords.ts';

/** Something that looks like a name, and its position. */
export interface UnknownName {
  readonly name: string;
  readonly start: number;
  readonly end: number;
}

/** Returns the capitalised unknown names in a text, in order. */
export function findUnknownNames(
  text: string,
  known: readonly { readonly start: number; readonly end: number }[],
): UnknownName[] {
  // Known names separate the text around them, so replace them with a character that no name contains.
  let rest = text;
  for (const { start, end } of known)
    rest = rest.slice(0, start) + '|'.repeat(end - start) + rest.slice(end);
  return [...rest.matchAll(capitalised)].flatMap((match) => {
    const trimmed = trim(match[0], /^[\s“”"'‘«(]*$/.test(rest.slice(0, match.index)));
    if (!trimmed) return [];
    const start = match.index + trimmed.offset;
    // Text joined to a known name without a space is part of another word.
    if (
      /[|-]/.test(rest.charAt(start - 1)) ||
      /^[|]|^-\p{L}/u.test(rest.slice(start + trimmed.name.length))
    )
      return [];
    return [{ name: trimmed.name, start, end: start + trimmed.name.length }];
  });
}

const word = String.raw`(?:(?:al|el|bin|ibn|de|O)[-’'])?\p{Lu}[\p{L}\p{M}\p{N}]*(?:[-’']\p{L}[\p{L}\p{M}]*)*(?:[’'](?= \p{Lu}))?`;
const particle = '(?:of(?: the)?|al|bin|ibn|van|von|der|de|del|da|di|la|le|dos|do)';
// Matches capitalised words, with small words between them; abbreviated titles have a full stop.
const capitalised = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}])${word}(?:(?:\\.)? (?:${particle} )?${word})*`,
  'gu',
);

// Words capitalised only because of their position.
const small = new Set(
  'a,an,the,this,that,these,those,his,her,their,its,our,my,your,he,she,it,they,we,i,you,in,on,at,by,for,from,to,of,with,without,under,over,after,before,since,until,during,between,among,amid,as,but,and,or,nor,so,yet,if,when,while,where,who,whom,which,what,why,how,not,no,yes,one,two,three,four,five,six,some,several,many,most,all,both,each,every,other,another,such,there,here,then,now,later,earlier,also,only,even,still,however,meanwhile,according,despite,although,though,because,last,next,first,second,more,less,nobody,somebody,everybody,christmas,easter,near,outside,inside,behind,against,around,across,along,off,into,onto,beyond,past,like,unlike,including,toward,towards,via,throughout,within,about,above,below,up,down'.split(
    ',',
  ),
);
const calendar =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)s?$/;

const adjective = /(?:ial|ful|ous|ive|ish|ese|less|ical)$/;

/** Removes capitalised words that belong to no name from both ends. Returns null if no name is left. */
function trim(words: string, isFirst: boolean): { name: string; offset: number } | null {
  const parts = words.split(' ');
  let from = 0;
  let to = parts.length;
  const isIdle = (part: string | undefined) => {
    const bare = (part ?? '').toLowerCase().replace(/\.$|['’]s$/, '');
    return (
      small.has(bare) ||
      calendar.test(bare) ||
      ranks.has(bare) ||
      offices.has(bare) ||
      // “Pro-Lusitanian” describes an attitude, not a person.
      /^(?:pro|anti|non|ex)-|-(?:aligned|backed|based|born|led|linked|owned|run|style)$/.test(bare)
    );
  };
  // A word before a title belongs to it: “Lusitanian Foreign Minister”.
  const lastRank = parts.findLastIndex((part) => ranks.has(part.toLowerCase().replace(/\.$/, '')));
  if (lastRank >= 0 && parts.slice(0, lastRank).every((part) => !/^\p{Ll}/u.test(part)))
    from = lastRank + 1;
  while (from < to && isIdle(parts[from])) from += 1;
  // At the start of a sentence, an adjective is capitalised only because of its position.
  if (isFirst && from === 0 && adjective.test(parts[0] ?? '')) from = 1;
  const isConnecting = (part: string) =>
    /^\p{Ll}+$/u.test(part) || calendar.test(part.toLowerCase().replace(/\.$/, ''));
  while (to > from && isConnecting(parts[to - 1] ?? '')) to -= 1;
  const left = parts.slice(from, to);
  // “Lia Nunes of the Reading Circle” is a person in an organisation; “Ministry of the Interior” is one name.
  const [somebody = '', body] = left.join(' ').split(' of the ');
  const name = (body !== undefined && somebody.includes(' ') ? somebody : left.join(' ')).replace(
    /['’]s?$/,
    '',
  );
  const isAcronym = /^\p{Lu}{2,}$/u.test(name) && name.length <= 8;
  if (left.length < 2 && !isAcronym && !(lastRank >= 0 && left.length === 1)) return null;
  return { name, offset: parts.slice(0, from).join(' ').length + (from > 0 ? 1 : 0) };
}
