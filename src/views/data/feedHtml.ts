import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { PointTable } from '../cards/pointsView.ts';
import type { AccountView, EventView } from '../event/eventView.ts';
import type { HistoryView } from '../history/historyView.ts';
import type { NamedLink, ViewContext } from '../page/context.ts';
import { isolate } from '../page/foreign.ts';
import { renderNodes } from '../page/proseHtml.ts';

/** Returns the whole page of an event as HTML for feed readers. */
export function renderEvent(view: EventView, context: ViewContext): string {
  return [
    render(headToHtml(view, context), context),
    ...view.accounts.flatMap((account) => [
      render(accountToHtml(account, context), context),
      account.html,
    ]),
    render(
      [
        ...pointsToHtml(view.points, context),
        ...listToHtml(context.pages.event.unknown, view.unknown),
        ...(view.why === null ? [] : [h('p', view.why)]),
        ...historyToHtml({ ...view.history, retracted: null }, context),
        h('p', view.ground.join(' ')),
      ],
      context,
    ),
  ]
    .filter((html) => html !== '')
    .join('\n');
}

/** Returns the history of a page that was corrected or retracted as HTML, with a link to it. */
export function renderMended(
  history: HistoryView,
  { url, name }: { readonly url: string; readonly name: string },
  context: ViewContext,
): string {
  return render(
    [
      h('p', [`${context.pages.follow.correctedPage(name)} `, h('a', { href: url }, url)]),
      ...historyToHtml(history, context),
    ],
    context,
  );
}

/** Returns what is certain of an event: its date, place and actors, each with the reason of a ruling. */
function headToHtml(view: EventView, context: ViewContext): ElementContent[] {
  const { event: words, follow, joints } = context.pages;
  const { reasons } = view;
  const notes = [
    ...[view.certainty, view.heldBy, reasons.certainty],
    ...[view.dateNote, reasons.date, reasons.time],
  ];
  return [
    ...historyToHtml({ ...view.history, corrections: [] }, context),
    h('p', [
      h('strong', follow.dated(view.date.label)),
      ` ${notes.filter((note) => note).join(' ')}`,
    ]),
    ...(view.notDone === null ? [] : [h('p', view.notDone)]),
    ...(view.timesDiffer === null ? [] : [h('p', view.timesDiffer)]),
    ...[reasons.title, reasons.summary].flatMap((why) => (why ? [h('p', why)] : [])),
    ...namesToHtml(
      view.place ? words.where : `${words.where}${joints.colon}${view.placesDiffer}`,
      view.place ? [view.place] : view.differingPlaces,
      context,
    ),
    ...(reasons.place ? [h('p', reasons.place)] : []),
    ...namesToHtml(words.involved, view.actors, context),
    ...(reasons.actors ? [h('p', reasons.actors)] : []),
  ];
}

function accountToHtml(account: AccountView, { pages }: ViewContext): ElementContent[] {
  const { comma, colon, semicolon } = pages.joints;
  const said = account.words === null ? '' : `${semicolon}${pages.follow.ownWords(account.words)}`;
  return [
    h('h3', [
      ...foreignToHtml(account.source.name, account.source.lang),
      colon,
      h(
        'a',
        { href: account.article.url },
        foreignToHtml(account.article.name, account.article.lang),
      ),
      account.article.translation
        ? ` – ${pages.article.translated(account.article.translation)}`
        : '',
      `${comma}${account.published}`,
    ]),
    h('p', [
      h('strong', account.title),
      `. ${pages.follow.when}${colon}${account.date.label}${said}. ${account.certainty}`,
    ]),
  ];
}

function foreignToHtml(text: string, lang: NamedLink['lang']): ElementContent[] {
  return lang === undefined
    ? [{ type: 'text', value: text }]
    : [h('bdi', lang === null ? {} : { lang }, text)];
}

function pointsToHtml({ columns, rows }: PointTable, { pages }: ViewContext): ElementContent[] {
  if (rows.length === 0) return [];
  const { points, follow, statements } = pages;
  return [
    h('h3', pages.event.agree),
    h(
      'ul',
      rows.map(({ on, about, differ, oneSide, cells }) => {
        const marks = [
          ...(differ ? [points.differ[differ]] : []),
          ...(oneSide === null ? [] : [points.oneSide(oneSide)]),
        ];
        return h('li', [
          h('strong', follow.withDoubts(about ? pages.home.ofActor(on, about.name) : on, marks)),
          h(
            'ul',
            cells.flatMap((claims, index) =>
              claims.map(({ as, answer, says, url, source, withdrawn }) => {
                const speaker = follow.withDoubts(columns[index]?.name ?? '', as ? [as] : []);
                const text = answer === null ? says : statements.answered(answer, says);
                return h('li', [
                  ...(columns[index]?.name === source.name
                    ? [h('a', { href: url }, speaker), `${pages.joints.colon}${text}`]
                    : [
                        `${follow.says(speaker, text)} `,
                        h(
                          'a',
                          { href: url },
                          statements.inSource(isolate(source.name, source.lang)),
                        ),
                      ]),
                  withdrawn === null ? '' : ` ${statements.withdrawn(withdrawn)}`,
                ]);
              }),
            ),
          ),
        ]);
      }),
    ),
  ];
}

function historyToHtml(
  { retracted, corrections }: HistoryView,
  { pages }: ViewContext,
): ElementContent[] {
  const words = pages.history;
  return [
    ...(retracted
      ? [
          h('p', [
            h(
              'strong',
              `${words.retracted} ${words.on} ${retracted.date.label}${pages.joints.colon}`,
            ),
            retracted.reason,
          ]),
        ]
      : []),
    ...listToHtml(
      words.corrections,
      corrections.map(({ date, reason }) => `${date.label}: ${reason}`),
    ),
  ];
}

function listToHtml(title: string, items: readonly string[]): ElementContent[] {
  if (items.length === 0) return [];
  return [
    h('h3', title),
    h(
      'ul',
      items.map((item) => h('li', item)),
    ),
  ];
}

function namesToHtml(
  label: string,
  names: readonly NamedLink[],
  { pages: { joints, list } }: ViewContext,
): ElementContent[] {
  if (names.length === 0) return [];
  const links = names.flatMap(({ name, url }, index) => [
    ...(index === 0 ? [] : [joints.comma]),
    h('a', { href: url }, index === 0 ? name : list.laterName(name)),
  ]);
  return [h('p', [`${label.replace(/\s*:$/u, '')}${joints.colon}`, ...links])];
}

function render(nodes: readonly ElementContent[], { at }: ViewContext): string {
  return renderNodes(nodes, at);
}
