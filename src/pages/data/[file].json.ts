import type { APIRoute, GetStaticPaths } from 'astro';
import { getArchive } from '../../collections/getArchive.ts';
import { renderActorsJson } from '../../outputs/actorsJson.ts';
import { renderEventsJson } from '../../outputs/eventsJson.ts';
import { actorsFile, eventsFile, renderSchema } from '../../outputs/schemas.ts';
import { createContext } from '../../views/createContext.ts';

const files = {
  events: renderEventsJson,
  actors: renderActorsJson,
  'events.schema': () => renderSchema(eventsFile),
  'actors.schema': () => renderSchema(actorsFile),
};

export const getStaticPaths = (() =>
  Object.keys(files).map((file) => ({ params: { file } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const render = files[params.file as keyof typeof files];
  return new Response(render(createContext(getArchive(), import.meta.env.BASE_URL)), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};
