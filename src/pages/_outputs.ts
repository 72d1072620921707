import type { APIRoute } from 'astro';
import { listOutputs } from '../collections/routes.ts';
import { listFiles } from '../outputs/listFiles.ts';
import { getContext } from './_context.ts';

/**
 * Returns the route of the outputs with an ending such as `.json`, for `astro dev` and `astro build`. `npm
 * run build` writes the same files itself.
 */
export function createOutputRoute(ending: string): {
  getStaticPaths: () => Promise<{ params: { file: string } }[]>;
  GET: APIRoute;
} {
  return {
    getStaticPaths: listOutputs(() =>
      listFiles(getContext())
        .filter(({ path }) => path.endsWith(ending))
        .map(({ path }) => ({ params: { file: path.slice(0, -ending.length) } })),
    ),
    GET: async ({ params }) => {
      const path = `${params.file ?? ''}${ending}`;
      const file = listFiles(getContext()).find((one) => one.path === path);
      if (!file) return new Response(null, { status: 404 });
      const body = await file.render();
      return new Response(typeof body === 'string' ? body : new Uint8Array(body), {
        headers: { 'content-type': file.type },
      });
    },
  };
}
