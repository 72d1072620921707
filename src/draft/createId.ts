import anyAscii from 'any-ascii';
import { isId } from '../model/ids.ts';

/**
 * Returns an id from the first words of a title: at most six, none from a second sentence; null if no letter
 * is left.
 */
export function createId(title: string): string | null {
  const words = splitWords(title);
  const first = splitWords(/^.*?[?!](?=\s)/u.exec(title)?.[0] ?? '');
  const kept = (first.length >= minSentence ? first : words).slice(0, 6);
  // “Quay closed after” says less than “quay closed”.
  while (kept.length > 1 && connecting.has(kept.at(-1) ?? '')) kept.pop();
  const id = kept.join('-').slice(0, 60).replace(/-+$/, '');
  return isId(id) ? id : null;
}

/** Returns an id from a name, without a leading “The”: “harbour-post” for “The Harbour Post”. */
export function createNameId(name: string): string | null {
  return createId(name.replace(/^the\s+(?=\S)/i, ''));
}

// “Who locked the bridge? A week on …”: a first sentence of this many words is enough for an id.
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
    // The package drops these Arabic vowels, which would turn “بغداد” into “bghdd”.
    .replace(/[\u0622\u0623\u0625\u0627\u0639\u0671]/gu, 'a')
    .replace(/['’‘ʼʻʿʾ`]/gu, '')
    // The package spells out emoji and symbols, which don't belong in an id.
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ');
  // The package capitalises syllables of scripts without capitals or spaces, and marks hard and soft signs.
  return anyAscii(letters).replace(/['`"]/g, '');
}

const connecting = new Set(
  'a,an,the,of,as,in,on,at,to,for,with,and,or,but,over,after,before,by,from,that,into'.split(','),
);
