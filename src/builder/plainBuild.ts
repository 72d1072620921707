import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkFiles } from '../checks/checkContent.ts';
import { listFilesBelow } from './generations.ts';
import { renderHeadersFile } from '../hosting/responseHeaders.ts';
import { getBuildSettings } from './settings.ts';
import { trimPolicy } from './trimPolicy.ts';
import { openDrafts } from '../archive/drafts.ts';
import { createContentError, getArchive } from '../collections/getArchive.ts';
import { readContent } from '../collections/readContent.ts';
import { hasErrors } from '../problems/problem.ts';
import { renderReport } from '../problems/report.ts';
import { createContext } from '../views/page/createContext.ts';
import { listOutsideHosts } from '../views/page/lookView.ts';
import { listRedirects, renderRedirects } from '../views/data/permalinks.ts';

// What `astro build` and `npm run build` share besides the pages; the former runs no other build code of
// ours.

/**
 * Checks the content and prints the report. Throws an AstroError at the location of the first problem if
 * there is an error.
 */
export function checkSite(print: (report: string) => void): void {
  const { content, ...settings } = getSettings();
  const drafts = openDrafts(settings, 'command');
  const files = readContent(content);
  const { problems, filesRead } = checkFiles(files, content, { parse: drafts.parse });
  drafts.close(files);
  if (hasErrors(problems)) throw createContentError(problems, content);
  print(renderReport(problems, filesRead));
}

/**
 * Writes the files that hosts read into a built site (`_headers`, and `_redirects` if something was renamed),
 * and its icons.
 */
export function writeHostFiles(folder: string): void {
  const { base, site } = getSettings();
  const { archive, at } = createContext(getArchive(), base, site);
  const redirects = renderRedirects(listRedirects(archive, at));
  if (redirects !== '') writeFileSync(join(folder, '_redirects'), redirects);
  for (const [name, base64] of Object.entries(archive.look.icons))
    writeFileSync(join(folder, name), Buffer.from(base64, 'base64'));
  writeFileSync(
    join(folder, '_headers'),
    renderHeadersFile(listFilesBelow(folder), at, listOutsideHosts(archive.site.analytics)),
  );
}

/** Reduces the policy of each page in a built site to the hashes of its own styles and scripts. */
export function trimPolicies(folder: string): void {
  for (const path of listFilesBelow(folder).filter((name) => name.endsWith('.html'))) {
    const file = join(folder, path);
    const html = readFileSync(file, 'utf8');
    const trimmed = trimPolicy(html);
    if (trimmed !== html) writeFileSync(file, trimmed);
  }
}

function getSettings() {
  return getBuildSettings(process.env, process.cwd());
}
