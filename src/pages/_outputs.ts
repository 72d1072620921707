import type { APIRoute } from 'astro';
import { listFiles } from '../outputs/listFiles.ts';
import { getContext } from './_context.ts';

/**
 * Takes how the names of some outputs end (`.json`); gives the route that serves them in `dev`. A build
 * writes the same files itself: Astro has nothing to add to them but time.
 */
export function createOutputRoute(ending: string): {
  getStaticPaths: () => { params: { file: string } }[];
  GET: APIRoute;
} {
  return {
    getStaticPaths: () =>
      listFiles(getContext())
        .filter(({ path }) => path.endsWith(ending))
        .map(({ path }) => ({ params: { file: path.slice(0, -ending.length) } })),
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
