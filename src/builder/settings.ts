import { basename, join, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { getStateFolder } from '../archive/stateFolder.ts';
import { getContentFolder } from '../collections/contentFolder.ts';
import { isRefusal, Refusal } from '../problems/refusal.ts';
import { getBasePath, getSite } from '../views/page/addresses.ts';
import type { PartLimits } from '../views/dates/yearParts.ts';

/** The name of the integration that `npm run build` adds to Astro; it tells that build from `astro build`. */
export const OWN_BUILD = 'dateline:build';

/**
 * Where a build reads and writes. Every path is absolute except the content folder, which is printed as it
 * was given.
 */
export interface BuildSettings {
  /** The project's folder, with `src` and `astro.config.mjs`. */
  readonly root: string;
  readonly content: string;
  /** The link that readers are served from. */
  readonly out: string;
  /** The folder beside it with the two generations and the build's temporary files. */
  readonly state: string;
  /** The base path of the site, with a slash at both ends. */
  readonly base: string;
  /** The site's address without the base path: `https://example.org`. */
  readonly site: string;
  /** True if compressed forms are written beside each file. */
  readonly compress: boolean;
  /** When to split the data and the search index, if not at the default limits. */
  readonly limits?: PartLimits;
}

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * Returns the settings of a build from the environment (`CONTENT`, `OUT`, `BASE`, `SITE`, `COMPRESS`) and the
 * working folder. Throws a Refusal that names the variable and a valid value if one is wrong; an empty
 * `BASE`, `SITE` or `COMPRESS` counts as unset.
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

/** Returns the project and its state folder, which is null if `OUT` is not valid. */
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

/** Returns the port in `PORT`, or undefined for the next free one. Throws a Refusal if it is not a port. */
export function readPort(written: string | undefined): number | undefined {
  if (written === undefined || written === '') return undefined;
  if (/^\d{1,5}$/.test(written) && Number(written) <= 65_535) return Number(written);
  throw refuse('PORT', written, 'a whole number from 0 to 65535, such as PORT=4400');
}

/** Accepts a path below the host, without another host or characters that an address would encode. */
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

/** Accepts only an origin; its path belongs in BASE. */
function readSite(written = ''): string {
  if (written === '') return getSite(written);
  const expected =
    'the address of the host alone, such as SITE=https://example.org; a path belongs in BASE, such as BASE=/news/';
  const [, host] = /^https?:\/\/([^/?#@\\%\s]+)\/?$/i.exec(written) ?? [];
  const url = URL.canParse(written) ? new URL(written) : undefined;
  // The URL standard allows hosts that no real host has: with an empty part, or a control character.
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

/** Accepts a path for the link to the site that is not among the content, the code or a build's own files. */
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
