import type { APIRoute, GetStaticPaths } from 'astro';
import { getArchive } from '../../collections/getArchive.ts';
import { renderActorsJson } from '../../outputs/actorsJson.ts';
import { renderClaimsJson } from '../../outputs/claimsJson.ts';
import { renderEventsJson } from '../../outputs/eventsJson.ts';
import { actorsFile, claimsFile, eventsFile, renderSchema } from '../../outputs/schemas.ts';
import { createContext } from '../../views/createContext.ts';

const files = {
  events: renderEventsJson,
  actors: renderActorsJson,
  claims: renderClaimsJson,
  'events.schema': () => renderSchema(eventsFile),
  'actors.schema': () => renderSchema(actorsFile),
  'claims.schema': () => renderSchema(claimsFile),
};

export const getStaticPaths = (() =>
  Object.keys(files).map((file) => ({ params: { file } }))) satisfies GetStaticPaths;

export const GET: APIRoute = ({ params }) => {
  const render = files[params.file as keyof typeof files];
  return new Response(render(createContext(getArchive(), import.meta.env.BASE_URL)), {
    headers: { 'content-type': 'application/json; charset=utf-8' },
  });
};
