import type { APIRoute, GetStaticPaths } from 'astro';
import { getContext } from '../_context.ts';
import { listOutputs } from '../../collections/routes.ts';
import { indexSearch, type IndexFile } from '../../outputs/indexSearch.ts';
import type { ViewContext } from '../../views/page/context.ts';
import { listSearchParts } from '../../views/search/searchParts.ts';

// Each ending is a route of its own; they share one index per archive.
const known = new WeakMap<ViewContext, Promise<readonly IndexFile[]>>();

function listIndexFiles(context: ViewContext): Promise<readonly IndexFile[]> {
  const files = known.get(context) ?? indexSearch(listSearchParts(context), context.language);
  known.set(context, files);
  return files;
}

/**
 * Returns the route of the search index's files with an ending such as `.js`. `astro dev` builds the index on
 * the first search, and again after the content has changed.
 */
export function createSearchRoute(ending: string): {
  getStaticPaths: GetStaticPaths;
  GET: APIRoute;
} {
  return {
    getStaticPaths: listOutputs(async () => {
      const files = await listIndexFiles(getContext());
      return files
        .filter(({ path }) => path.endsWith(ending))
        .map(({ path, content }) => ({
          params: { file: path.slice('pagefind/'.length, -ending.length) },
          props: { content },
        }));
    }),
    GET: ({ props }) =>
      new Response(new Uint8Array(props.content as Uint8Array), {
        headers: {
          'content-type':
            ending === '.js' ? 'text/javascript; charset=utf-8' : 'application/octet-stream',
        },
      }),
  };
}
