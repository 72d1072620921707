import { basename, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getStateFolder } from '../archive/stateFolder.ts';
import { getContentFolder } from '../collections/contentFolder.ts';
import { isRefusal, Refusal } from '../problems/refusal.ts';
import { getBasePath, getSite } from '../views/page/addresses.ts';
import type { PartLimits } from '../views/dates/yearParts.ts';

/** The name of the integration with which `npm run build` runs Astro, by which others know it from `astro build`. */
export const OWN_BUILD = 'dateline:build';

/** Where a build reads and writes; every path absolute but the content folder, which is printed as it was given. */
export interface BuildSettings {
  /** The project: where `src` and `astro.config.mjs` are. */
  readonly root: string;
  readonly content: string;
  /** The link that readers are served from. */
  readonly out: string;
  /** The folder beside it that holds the two generations and what a build needs meanwhile. */
  readonly state: string;
  /** The base path of the site, with a slash at both ends. */
  readonly base: string;
  /** The site's address without the base path: `https://example.org`. */
  readonly site: string;
  /** True where the compressed form of each file is to stand beside it. */
  readonly compress: boolean;
  /** When the data and the search index are split, where that is other than for every site. */
  readonly limits?: PartLimits;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Returns where a build reads and writes, as the environment (`CONTENT`, `OUT`, `BASE`, `SITE`, `COMPRESS`) and the
 * folder that the command runs in have it. Throws a Refusal that names the variable and a right value where one of
 * them is wrong; of `BASE`, `SITE` and `COMPRESS` an empty value is none.
 */
export function getBuildSettings(env: Environment, folder: string): BuildSettings {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const content = getContentFolder(env);
  const out = readOut(env.OUT, folder, { root, content: resolve(folder, content) });
  return {
    root,
    content,
    out,
    state: getStateFolder(out),
    base: readBase(env.BASE),
    site: readSite(env.SITE),
    compress: readCompress(env.COMPRESS),
  };
}

/** Returns where what is known of the content is kept, nowhere where `OUT` is no place for a site; and the project. */
export function findState(
  env: Environment,
  folder: string,
): { readonly state: string | null; readonly root: string } {
  try {
    return getBuildSettings({ CONTENT: env.CONTENT, OUT: env.OUT }, folder);
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return { state: null, root: folder };
  }
}

/** Returns the port that `PORT` asks for, undefined for the next free one. Throws a Refusal where it is no port. */
export function readPort(written: string | undefined): number | undefined {
  if (written === undefined || written === '') return undefined;
  if (/^\d{1,5}$/.test(written) && Number(written) <= 65_535) return Number(written);
  throw refuse('PORT', written, 'a whole number from 0 to 65535, such as PORT=4400');
}

/** A path below the host: no other site is in it, and nothing that an address would encode. */
function readBase(written = ''): string {
  const expected = 'the path of the site on its host, such as BASE=/news/ (or none)';
  const path = written.replace(/^\/|\/$/g, '');
  const parts = path === '' ? [] : path.split('/');
  if (
    written.includes('//') ||
    parts.some((part) => !/^[\w.~-]+$/.test(part) || /^\.+$/.test(part))
  )
    throw refuse('BASE', written, expected);
  return getBasePath(path);
}

/** An origin alone: its path is BASE. */
function readSite(written = ''): string {
  if (written === '') return getSite(written);
  const expected =
    'the address of the host alone, such as SITE=https://example.org; a path belongs in BASE, such as BASE=/news/';
  const [, host] = /^https?:\/\/([^/?#@\\%\s]+)\/?$/i.exec(written) ?? [];
  const url = URL.canParse(written) ? new URL(written) : undefined;
  // What the standard for URLs lets pass and no host is called: an empty part, a control character.
  const isHost = url?.hostname.replace(/\.$/, '').split('.').every(Boolean) === true;
  if (!url || host === undefined || /\p{Cc}/u.test(written) || !isHost)
    throw refuse('SITE', written, expected);
  return url.origin;
}

function readCompress(written = ''): boolean {
  if (written === 'true') return true;
  if (written === '' || written === 'false') return false;
  throw refuse('COMPRESS', written, 'COMPRESS=true or COMPRESS=false');
}

/** Where the link to the site is to be: nowhere that content, code or a build's own notes are. */
function readOut(
  written: string | undefined,
  folder: string,
  { root, content }: { readonly root: string; readonly content: string },
): string {
  const expected = 'a path of its own for the built site, such as OUT=dist';
  if (written !== undefined && (written.trim() === '' || /\p{Cc}/u.test(written)))
    throw refuse('OUT', written, expected);
  const out = resolve(folder, written ?? 'dist');
  const isWithin = (path: string, outer: string) =>
    path === outer || path.startsWith(join(outer, sep));
  const sources = ['src', 'public', 'tests', '.git', '.github'].map((name) => join(root, name));
  const why =
    basename(out) === ''
      ? 'is the whole disk'
      : isWithin(out, content)
        ? `is in the content folder ${content}`
        : isWithin(content, out)
          ? `has the content folder ${content} in it`
          : sources.some((source) => isWithin(out, source))
            ? 'is among the sources of the project'
            : isWithin(root, out)
              ? 'has the project in it'
              : out.split(sep).some((part) => part.startsWith('.dateline'))
                ? 'is where a build keeps its own files'
                : undefined;
  if (why !== undefined)
    throw new Refusal(`OUT=${written ?? 'dist'} ${why}: expected ${expected}.`);
  return out;
}

function refuse(name: string, written: string, expected: string): Refusal {
  return new Refusal(`Unexpected ${name}=${JSON.stringify(written)}, expected ${expected}.`);
}
