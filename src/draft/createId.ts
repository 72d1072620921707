import anyAscii from 'any-ascii';
import { isId } from '../model/ids.ts';

/** Returns an id of the first words of a title, six at most and none of a second sentence; null where no letter is left. */
export function createId(title: string): string | null {
  const words = splitWords(title);
  const first = splitWords(/^.*?[?!](?=\s)/u.exec(title)?.[0] ?? '');
  const kept = (first.length >= minSentence ? first : words).slice(0, 6);
  // “Quay closed after” says less than “quay closed”.
  while (kept.length > 1 && connecting.has(kept.at(-1) ?? '')) kept.pop();
  const id = kept.join('-').slice(0, 60).replace(/-+$/, '');
  return isId(id) ? id : null;
}

/** Returns an id of a name, which needs no leading “The”: “harbour-post” for “The Harbour Post”. */
export function createNameId(name: string): string | null {
  return createId(name.replace(/^the\s+(?=\S)/i, ''));
}

// “Who locked the bridge? A week on …”: so few words of a first sentence do for an id.
const minSentence = 3;

function splitWords(text: string): string[] {
  return transliterate(text)
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

function transliterate(text: string): string {
  const letters = text
    .normalize('NFKC')
    // The package leaves these vowels of Arabic out, and “بغداد” would be “bghdd”.
    .replace(/[\u0622\u0623\u0625\u0627\u0639\u0671]/gu, 'a')
    .replace(/['’‘ʼʻʿʾ`]/gu, '')
    // Pictures and signs have names in the package, and are no part of an id.
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
  // Scripts without capitals or spaces are written syllable by syllable, with marks for hard and soft signs.
  return anyAscii(letters).replace(/['`"]/g, '');
}

const connecting = new Set(
  'a,an,the,of,as,in,on,at,to,for,with,and,or,but,over,after,before,by,from,that,into'.split(','),
);
