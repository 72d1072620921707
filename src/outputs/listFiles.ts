import type { ViewContext } from '../views/context.ts';
import { renderActorsJson } from './actorsJson.ts';
import { renderClaimsJson } from './claimsJson.ts';
import { renderEventsJson } from './eventsJson.ts';
import { actorsFile, claimsFile, eventsFile, renderSchema } from './schemas.ts';

/** One file of the site that is not a page. */
export interface OutputFile {
  /** Its path below the site's root, without a leading slash: `data/events.json`. */
  readonly path: string;
  /** Its media type, as a server says it. */
  readonly type: string;
  /** Gives what is in it: a text in UTF-8, or bytes. Asked only where the file is written. */
  readonly render: () => string | Uint8Array | Promise<string | Uint8Array>;
}

const json = 'application/json; charset=utf-8';

/** Takes what a view takes; gives every file of the site that is not a page: what a build writes and `dev` serves. A new ending needs a route in `pages/`. */
export function listFiles(context: ViewContext): OutputFile[] {
  return [
    { path: 'data/events.json', type: json, render: () => renderEventsJson(context) },
    { path: 'data/actors.json', type: json, render: () => renderActorsJson(context) },
    { path: 'data/claims.json', type: json, render: () => renderClaimsJson(context) },
    { path: 'data/events.schema.json', type: json, render: () => renderSchema(eventsFile) },
    { path: 'data/actors.schema.json', type: json, render: () => renderSchema(actorsFile) },
    { path: 'data/claims.schema.json', type: json, render: () => renderSchema(claimsFile) },
  ];
}
