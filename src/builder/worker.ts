import { parentPort, type MessagePort } from 'node:worker_threads';
import type {
  ResultMessage,
  TaskMessage,
  LoadTask,
  PageTask,
  SerializedError,
  Tasks,
} from './workerPool.ts';
import { makeFile } from './makeFile.ts';
import { makePage, type PageResult } from './makePage.ts';
import { loadPageLists, type Page } from './loadPages.ts';
import { openDrafts } from '../archive/drafts.ts';
import { provideArchive } from '../collections/provideArchive.ts';
import { traceArchive } from '../model/tracedArchive.ts';
import { linkArchive } from '../model/linkArchive.ts';
import { listOthers } from '../outputs/listFiles.ts';
import type { OutputFile } from '../outputs/outputFile.ts';
import { parseFile } from '../parse/parseFile.ts';
import type { ViewContext } from '../views/page/context.ts';
import { createContext } from '../views/page/createContext.ts';

// A worker thread of a build: it parses files, and makes pages and files of the archive, which it links again
// for itself. It writes nothing.

let context: ViewContext | undefined;
let routes: readonly (() => readonly Page[])[] = [];
/**
 * The pages of one or two routes, by route number and file; a list of all pages takes half as much memory as
 * the archive.
 */
const pagesByRoute = new Map<number, ReadonlyMap<string, Page>>();
let files: ReadonlyMap<string, OutputFile> | undefined;

async function loadSite({ settings, compiled, ...task }: LoadTask): Promise<boolean> {
  const known = openDrafts(settings, 'build');
  const parsed = task.files.flatMap(({ file, key }) => known.find(file, key) ?? []);
  if (parsed.length < task.files.length) return false;
  const drafts = parsed.flatMap(({ draft }) => draft ?? []);
  const { archive } = linkArchive(drafts, settings.content);
  if (!archive) return false;
  const traced = traceArchive(archive);
  provideArchive(traced);
  context = createContext(traced, settings.base, settings.site, settings.limits);
  routes = await loadPageLists(compiled, settings);
  return true;
}

function getPage({ file, route }: PageTask): Page {
  const pages =
    pagesByRoute.get(route) ?? new Map(routes[route]?.().map((page) => [page.file, page] as const));
  // Pages are requested route by route, but the previous batch may still be in progress.
  for (const other of [...pagesByRoute.keys()].slice(0, -1))
    if (other !== route) pagesByRoute.delete(other);
  pagesByRoute.set(route, pages);
  return requireKnown(pages.get(file), file);
}

function getFile(path: string): OutputFile {
  // Files are requested after all pages.
  pagesByRoute.clear();
  files ??= new Map(listOthers(requireContext()).map((file) => [file.path, file]));
  return requireKnown(files.get(path), path);
}

function requireContext(): ViewContext {
  if (!context) throw new Error('A thread of the build was not opened.');
  return context;
}

function requireKnown<Value>(found: Value | undefined, path: string): Value {
  if (found === undefined) throw new Error(`A thread of the build does not know ${path}.`);
  return found;
}

const tasks: { [Name in keyof Tasks]: (task: Tasks[Name][0]) => Promise<Tasks[Name][1]> } = {
  parse: (batch) => Promise.resolve(batch.map(parseFile)),
  open: loadSite,
  pages: ({ pages: batch, common }) =>
    Promise.all(
      batch.map((task) =>
        makePage(getPage(task), task.before, { archive: requireContext().archive, common }),
      ),
    ),
  files: (paths) =>
    Promise.all(paths.map((path) => makeFile(getFile(path), requireContext().archive))),
};

/**
 * Returns the buffers to transfer without copying: those of pages. Files may be in memory that the worker
 * does not own.
 */
function listBuffers(name: keyof Tasks, result: unknown): ArrayBuffer[] {
  if (name !== 'pages') return [];
  return (result as readonly PageResult[]).flatMap(({ content }) =>
    content?.buffer instanceof ArrayBuffer ? content.buffer : [],
  );
}

function serializeError(error: unknown): SerializedError {
  const { name, message, stack } = error instanceof Error ? error : new Error(String(error));
  return { name, message, stack, code: (error as { code?: unknown } | null)?.code };
}

function listen(port: MessagePort): void {
  port.on('message', ({ number, name, task }: TaskMessage) => {
    const send = (message: ResultMessage, buffers: ArrayBuffer[] = []) => {
      port.postMessage(message, buffers);
    };
    const run = tasks[name] as (one: typeof task) => Promise<unknown>;
    Promise.try(run, task).then(
      (result) => {
        send({ number, result }, listBuffers(name, result));
      },
      (error: unknown) => {
        send({ number, error: serializeError(error) });
      },
    );
  });
}

if (parentPort) listen(parentPort);
