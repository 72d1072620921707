import type { ArticleText } from '../draft/articleText.ts';
import type { Given } from '../draft/articleFacts.ts';
import { findBinaryForm, findOtherForm, isWebPage, type OtherForm } from '../draft/otherForm.ts';
import { decodePage } from '../draft/page/decodePage.ts';
import { readPage } from '../draft/page/readPage.ts';
import { Refusal } from '../problems/refusal.ts';
import type { CommandEffects } from './commandEffects.ts';

/** Maximum size in bytes; no article's text is longer. */
export const maxArticleBytes = 16_000_000;

/** The Refusal of a file or page that is not an article. */
export class NoArticle extends Refusal {}

function refuseForm(name: string, { is, instead }: OtherForm): NoArticle {
  return new NoArticle(
    `${name} is ${is}, not an article’s plain text or page, so nothing was drafted. ${instead}`,
  );
}

/** An article, and what its page says about it. */
interface ReadArticle {
  readonly article: string | ArticleText;
  readonly found: Given;
}

/**
 * Returns the article in a file, at an address or from standard input. `usage` is printed if none is given.
 * Throws a Refusal if it cannot be read, or a NoArticle if it is not an article.
 */
export async function readArticle(
  file: string | undefined,
  usage: string,
  effects: CommandEffects,
): Promise<ReadArticle> {
  if (file !== undefined && /^[a-z][a-z+.-]+:\/\//i.test(file)) {
    const page = await effects.fetchPage(file);
    if (!/^(?:text\/html|application\/xhtml\+xml|)$/.test(page.type))
      throw new NoArticle(
        `${page.address} is ${page.type}, not a web page, so nothing was drafted. Save the article as plain text in UTF-8 and give that file.`,
      );
    return readWebPage(page.bytes, page.address, page.address, page.charset);
  }
  const isInput = file === undefined || file === '-';
  if (isInput && effects.isInteractive)
    throw new Refusal(
      `Missing article: give its text file, saved page or address, or send it to standard input.\n${usage}`,
    );
  const name = isInput ? 'Standard input' : file;
  const bytes = readBytes(name, isInput, effects);
  const binary = findBinaryForm(bytes);
  if (binary) throw refuseForm(name, binary);
  if (isWebPage(new TextDecoder().decode(bytes), name)) return readWebPage(bytes, name, null);
  return { article: readText(bytes, name), found: {} };
}

/** Returns why a file could not be read, in words. */
function nameReadTrouble(error: unknown): string {
  const { code, message = 'unknown reason' } = (error ?? {}) as {
    code?: string;
    message?: string;
  };
  if (code === 'ENOENT') return 'there is no such file';
  if (code === 'EISDIR') return 'it is a folder';
  return code === 'EACCES' ? 'you do not have permission to read it' : message;
}

function readBytes(name: string, isInput: boolean, effects: CommandEffects): Uint8Array {
  try {
    return isInput ? effects.readInput() : effects.disk.read(name, maxArticleBytes);
  } catch (error) {
    throw new Refusal(
      `${name} cannot be read: ${nameReadTrouble(error)}. Give the path of a text file or a saved page, or - for standard input.`,
    );
  }
}

function readWebPage(
  bytes: Uint8Array,
  name: string,
  address: string | null,
  charset?: string,
): ReadArticle {
  const html = decodePage(bytes, charset);
  if (html === undefined)
    throw new Refusal(
      `${name} is not in the encoding it declares: save it as a page or plain text in UTF-8.`,
    );
  const page = readPage(html, address);
  if (typeof page === 'string')
    throw new NoArticle(
      `Nothing was drafted from ${name}: ${page}. Copy the article into a text file and give that.`,
    );
  return {
    article: page.article,
    found: {
      url: page.url ?? undefined,
      language: page.language ?? undefined,
      outlet: page.outlet ?? undefined,
    },
  };
}

function readText(bytes: Uint8Array, name: string): string {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(`${name} is not UTF-8: save it as plain text in UTF-8.`);
  }
  // Letters and digits of any script count as words.
  if (!/[\p{L}\p{N}]/u.test(text)) throw new Refusal(`${name} has no words.`);
  const other = findOtherForm(text, name);
  if (other) throw refuseForm(name, other);
  return text;
}
