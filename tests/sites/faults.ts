import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFolder, readSite, root } from './buildInto.ts';
import { buildOnce, copySite } from './sharedSites.ts';

const harbour = join(root, 'tests/sites/harbour/content');

/** A content folder of the harbour's, and a site built from it, whose one headline can be set. */
export interface Harbour {
  readonly content: string;
  readonly out: string;
  readonly env: Readonly<Record<string, string>>;
  readonly setHeadline: (headline: string) => void;
}

/** Returns a copy of the site that the tests of a run share, by default in a folder that is gone after the test. */
export async function copyHarbour(folder = createFolder()): Promise<Harbour> {
  copySite(await buildOnce({ CONTENT: harbour }), folder);
  return copyContent(folder);
}

function copyContent(folder: string): Harbour {
  const [content, out] = [join(folder, 'content'), join(folder, 'dist')];
  cpSync(harbour, content, { recursive: true });
  const env = { CONTENT: content, OUT: out };
  const digest = join(content, 'articles/post.md');
  const text = readFileSync(digest, 'utf8');
  const setHeadline = (headline: string): void => {
    writeFileSync(digest, text.replaceAll('The quay closes', headline));
  };
  return { content, out, env, setHeadline };
}

/** Returns the files that a clean build of a content folder makes. */
export async function buildClean(content: string): Promise<Map<string, string>> {
  return readSite(await buildOnce({ CONTENT: content }));
}

/** Starts a build that may be killed. Returns how it ends. */
export function beginBuild(env: Readonly<Record<string, string>>): {
  kill: () => void;
  ended: Promise<{ status: number | null; stderr: string }>;
} {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [join(root, 'src/cli/build.ts')], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { PATH, HOME, ...env },
  });
  let stderr = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  const ended = once(child, 'close').then(([status]) => ({
    status: status as number | null,
    stderr,
  }));
  return { kill: () => child.kill('SIGKILL'), ended };
}
