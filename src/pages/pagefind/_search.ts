import type { APIRoute, GetStaticPaths } from 'astro';
import { getContext } from '../_context.ts';
import { listOutputs } from '../../collections/routes.ts';
import { indexSearch } from '../../outputs/indexSearch.ts';
import { listSearchRecords } from '../../views/search/searchView.ts';

/**
 * Returns the route of the files of the search index whose names end like `.js`. `astro dev` makes the index when a
 * search first asks for it, and again after the content has changed.
 */
export function createSearchRoute(ending: string): {
  getStaticPaths: GetStaticPaths;
  GET: APIRoute;
} {
  return {
    getStaticPaths: listOutputs(async () => {
      const context = getContext();
      const files = await indexSearch(listSearchRecords(context), context.language);
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
