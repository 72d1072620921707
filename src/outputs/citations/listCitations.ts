import {
  citationFormats,
  citeArticle,
  citeEvent,
  citeRetracted,
  getCitationPath,
  type CslItem,
} from '../../views/sharing/citationView.ts';
import type { ViewContext } from '../../views/page/context.ts';
import { listKnownIds } from '../../views/page/eventIds.ts';
import type { OutputFile } from '../outputFile.ts';
import { renderBibtex, renderCsl, renderRis } from './renderCitation.ts';

type Ending = (typeof citationFormats)[number]['ending'];

const renderers: Record<Ending, (item: CslItem) => string> = {
  bib: renderBibtex,
  ris: renderRis,
  'csl.json': renderCsl,
};

/**
 * Returns the citations of all events and articles in each format, including their former ids, none rendered
 * yet.
 */
export function listCitations(context: ViewContext): OutputFile[] {
  const { events, retracted, articles } = context.archive;
  return [
    ...events.flatMap((event) =>
      listKnownIds(event).flatMap((id) => toFiles('events', id, () => citeEvent(event, context))),
    ),
    ...retracted.flatMap((event) =>
      event.ids.flatMap((id) => toFiles('events', id, () => citeRetracted(event, context))),
    ),
    ...articles.flatMap((article) =>
      article.ids.flatMap((id) => toFiles('articles', id, () => citeArticle(article, context))),
    ),
  ];
}

function toFiles(
  folder: Parameters<typeof getCitationPath>[0],
  id: string,
  cite: () => CslItem,
): OutputFile[] {
  return citationFormats.map(({ ending, type }) => ({
    path: getCitationPath(folder, id, ending),
    // JSON is always UTF-8.
    type: ending === 'csl.json' ? type : `${type}; charset=utf-8`,
    render: () => renderers[ending](cite()),
    getInput: () => `${ending}\n${JSON.stringify(cite())}`,
    cached: { maker: 'citations' },
  }));
}
