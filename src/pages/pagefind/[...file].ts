import type { APIRoute } from 'astro';
import { getContext } from '../_context.ts';
import { listOutputs } from '../../collections/routes.ts';
import { indexSearch } from '../../outputs/indexSearch.ts';
import { listSearchRecords } from '../../views/searchView.ts';

// `astro dev` makes the index when a search first asks for it, and again after the content has changed.
export const getStaticPaths = listOutputs(async () => {
  const files = await indexSearch(listSearchRecords(getContext()));
  return files.map(({ path, content }) => ({
    params: { file: path.slice('pagefind/'.length) },
    props: { content },
  }));
});

export const GET: APIRoute<{ content: Uint8Array }> = ({ props, params }) =>
  new Response(new Uint8Array(props.content), {
    headers: {
      'content-type': params.file?.endsWith('.js')
        ? 'text/javascript; charset=utf-8'
        : 'application/octet-stream',
    },
  });
