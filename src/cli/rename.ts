import { isUtf8 } from 'node:buffer';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { checkFiles } from '../checks/checkContent.ts';
import { getContentFolder } from '../collections/contentFolder.ts';
import { disk, readContent } from '../collections/readContent.ts';
import { renameId, type RenamedKind } from '../edit/renameId.ts';
import { isEventId, isId } from '../model/ids.ts';
import { parseFile, type ContentFile } from '../parse/parseFile.ts';
import { printLocation } from '../problems/sourceLocation.ts';
import { hasErrors } from '../problems/problem.ts';
import { renderReport } from '../problems/report.ts';
import { runCommand } from './runCommand.ts';
import { replaceFiles } from './writeContent.ts';

const usage =
  'Usage: npm run rename -- event|actor|article|source|place|page OLD NEW [--dry-run]\nChanges an id in every file that has it, writes the old one under `formerly`, and shows each line.';
const kinds: readonly RenamedKind[] = ['event', 'actor', 'article', 'source', 'place', 'page'];

/**
 * Renames an id in the content folder, prints each changed line and returns the exit code. Changes nothing if
 * the rename would break the content.
 */
export function runRename(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): number {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { 'dry-run': { type: 'boolean' } },
  });
  const [kindName, from, to] = positionals;
  const kind = kinds.find((one) => one === kindName);
  if (!kind || from === undefined || to === undefined) return fail(usage);
  if (!isId(to) || (kind === 'event' && !isEventId(to)))
    return fail(
      `Unexpected id "${to}", expected lower-case words joined by hyphens, without a date.`,
    );
  const folder = getContentFolder(env);
  const files = readContent(folder, disk);
  // A text with replacement characters for unreadable bytes must never be written back.
  const unreadable = files.find(({ path, bytes }) => isText(path) && !isUtf8(bytes));
  if (unreadable)
    return fail(`${unreadable.file} is not UTF-8: save it as UTF-8 first. Nothing was changed.`);
  const texts = files
    .filter(({ path }) => isText(path))
    .map(({ path, bytes }) => ({ path, text: new TextDecoder().decode(bytes) }));
  const rename = renameId(texts, kind, from, to);
  if (!rename) return fail(`No ${kind} is called "${from}".`);
  const existing = findExisting(files, kind, to);
  if (existing !== undefined)
    return fail(
      `"${to}" is already ${existing}: a rename never merges two ${kind}s. Nothing was changed.`,
    );
  const removed = new Set([...rename.removed, ...rename.files.map(({ path }) => path)]);
  const renamed = [
    ...files.filter(({ path }) => !removed.has(path)),
    ...rename.files.map(({ path, text }) => ({
      path,
      file: join(folder, path),
      bytes: new TextEncoder().encode(text),
    })),
  ];
  const { problems, filesRead } = checkFiles(renamed, folder);
  if (hasErrors(problems) && !hasErrors(checkFiles(files, folder).problems)) {
    console.error(renderReport(problems, filesRead));
    return fail('The rename would cause these problems, so nothing was changed.');
  }
  for (const { path, line, before, after } of rename.edits) {
    console.log(`${join(folder, path)}:${line}`);
    if (before !== null) console.log(`- ${before}`);
    console.log(`+ ${after}`);
  }
  for (const path of rename.removed) console.log(`${join(folder, path)} moves to ${to}.md`);
  if (values['dry-run']) return 0;
  replaceFiles(
    rename.files.map(({ path, text }) => ({ file: join(folder, path), text })),
    rename.removed.map((path) => join(folder, path)),
  );
  console.log(`${from} is now ${to}. Its old address redirects to the new one.`);
  return 0;
}

/** Returns whether a file is a text: icons and fonts are not. */
function isText(path: string): boolean {
  return !/^(?:icons|fonts)\//.test(path);
}

/** Returns what already has an id: a file or, for an event, also an account. */
function findExisting(
  files: readonly ContentFile[],
  kind: RenamedKind,
  id: string,
): string | undefined {
  const own = `${kind}s/${id}.md`;
  const file = files.find(({ path }) => path === own);
  if (file) return `the id of ${file.file}`;
  if (kind !== 'event') return undefined;
  for (const { draft } of files.map(parseFile)) {
    const account = draft?.type === 'article' && draft.accounts.find((one) => one.id.value === id);
    if (account) return `the id of an event at ${printLocation(account.id.at)}`;
  }
  return undefined;
}

function fail(message: string): number {
  console.error(message);
  return 1;
}

if (import.meta.main)
  process.exitCode = await runCommand(() => runRename(process.argv.slice(2), process.env), usage);
