import type { ElementContent } from 'hast';
import { h } from 'hastscript';
import type { Claim, LinkedText, Quotation, Speaker } from '../../model/archive.ts';
import { isSameLanguage, isWrittenIn } from '../../model/scripts.ts';
import { listClaimAnchors, listQuotationAnchors } from '../page/anchors.ts';
import {
  linkActor,
  linkEvent,
  linkSource,
  type NamedLink,
  type ViewContext,
} from '../page/context.ts';
import { labelDate } from '../dates/dateLabel.ts';
import { getArticleUrl } from '../lists/partLinks.ts';
import { renderNodes } from '../page/proseHtml.ts';
import { findSiteLanguage, type SiteLanguage } from '../../model/siteLanguages.ts';

/** A speaker, ready to print: name, page, and the article's words for the speaker. */
export interface SpeakerView {
  readonly name: string;
  readonly url: string | null;
  readonly as: string | null;
  readonly lang?: NamedLink['lang'];
}

/**
 * Returns a whole text as HTML, with prose, quotations and claims in their original order. `section` is the
 * event whose account it is; a claim about anything else states its subject. If `linked`, each quotation and
 * claim has its permalink.
 */
export function renderText(
  text: LinkedText,
  context: ViewContext,
  section: string | null = null,
  lower = 0,
  permalinks: 'linked' | 'bare' = 'bare',
): string {
  return text.passages
    .map((passage) => {
      switch (passage.type) {
        case 'prose':
          return renderNodes(passage.nodes, context.at, lower);
        case 'quotation':
          return renderNodes([quotationToHtml(passage.quotation, permalinks, context)], context.at);
        case 'claim':
          return renderNodes(
            [claimToHtml(passage.claim, section, permalinks, context)],
            context.at,
          );
      }
    })
    .filter((html) => html.trim() !== '')
    .join('\n');
}

/**
 * Returns an account as HTML, with consecutive claims run together into a paragraph for each speaker. Each
 * claim starts with its point, which is its permalink. `more` are claims about the event that the article
 * makes under other events.
 */
export function renderAccount(
  text: LinkedText,
  context: ViewContext,
  section: string,
  lower: number,
  more: readonly ClaimElsewhere[] = [],
): string {
  const blocks: ElementContent[][] = [];
  let run: Claim[] = [];
  const close = () => {
    if (run.length > 0)
      blocks.push(
        runToHtml(
          run.map((claim) => ({ claim, under: null })),
          section,
          context,
        ),
      );
    run = [];
  };
  for (const passage of text.passages) {
    if (passage.type === 'claim') run.push(passage.claim);
    else {
      close();
      blocks.push(
        passage.type === 'quotation' ? [quotationToHtml(passage.quotation, 'linked', context)] : [],
      );
      if (passage.type === 'prose') blocks.push([...passage.nodes]);
    }
  }
  close();
  if (more.length > 0) blocks.push(runToHtml(more, section, context));
  return blocks
    .map((nodes) => renderNodes(nodes, context.at, lower))
    .filter((html) => html.trim() !== '')
    .join('\n');
}

/** A claim, and the event under which its article makes it if that is another event. */
export interface ClaimElsewhere {
  readonly claim: Claim;
  readonly under: string | null;
}

/** Groups claims into a paragraph for each speaker, the article's own first. */
function runToHtml(
  claims: readonly ClaimElsewhere[],
  section: string,
  context: ViewContext,
): ElementContent[] {
  const bySpeaker = Map.groupBy(claims, ({ claim: { speaker }, under }) =>
    speaker.type === 'article' ? `own ${under ?? ''}` : `${JSON.stringify(speaker)} ${under ?? ''}`,
  );
  const groups = [...bySpeaker.values()].sort(
    ([a], [b]) =>
      Number(a?.claim.speaker.type !== 'article') - Number(b?.claim.speaker.type !== 'article'),
  );
  return groups.flatMap((own) => {
    const [first] = own;
    if (!first) return [];
    const { speaker, article } = first.claim;
    const source = describeSpeaker({ type: 'article' }, article, context);
    const eventLink =
      first.under === null
        ? []
        : [
            ' (',
            h('a', { href: context.at.event(first.under) }, linkEvent(first.under, context).name),
            ')',
          ];
    const head = [
      ...(speaker.type === 'article'
        ? []
        : [
            ...speakerToHtml(speaker, article, context),
            `${context.pages.joints.comma}${context.pages.statements.inSource(source.name)}`,
          ]),
      ...eventLink,
    ];
    return [
      ...(head.length > 0 ? [h('p', { className: ['speaks'] }, head)] : []),
      h(
        'p',
        { className: ['claims'] },
        own.flatMap(({ claim }) => [claimInLine(claim, section, context), ' ']),
      ),
    ];
  });
}

function claimInLine(claim: Claim, section: string, context: ViewContext): ElementContent {
  const { at, dates, pages } = context;
  const [anchor, ...former] = listClaimAnchors(claim, context.archive);
  const isOfEvent = claim.about.type === 'event' && claim.about.id === section;
  const about =
    claim.about.type === 'event'
      ? linkEvent(claim.about.id, context)
      : linkActor(claim.about.id, context);
  return h('span', { className: ['claim'], id: anchor }, [
    ...former.map((id) => h('span', { id })),
    h(
      'a',
      { className: ['point', 'anchor'], href: `${at.article(claim.article)}#${anchor}` },
      `${claim.on}${pages.joints.colon.trimEnd()}`,
    ),
    ` ${claim.says}`,
    ...(claim.withdrawn
      ? [' ', h('strong', pages.statements.withdrawn(labelDate(claim.withdrawn, dates)))]
      : []),
    ...(isOfEvent
      ? []
      : [
          ' ',
          h('span', { className: ['about'] }, [
            '(',
            `${pages.statements.about} `,
            h('a', { href: about.url }, about.name),
            ')',
          ]),
        ]),
  ]);
}

/** Returns the speaker in words, with the speaker's page. */
export function describeSpeaker(
  speaker: Speaker,
  article: string,
  context: ViewContext,
): SpeakerView {
  switch (speaker.type) {
    case 'actor':
      return { ...linkActor(speaker.id, context), as: speaker.as };
    case 'source':
      return { ...linkSource(speaker.id, context), as: speaker.as };
    case 'nobody':
      return { name: speaker.as, url: null, as: null };
    case 'article': {
      const source = context.archive.articleById.get(article)?.source ?? '';
      return { ...linkSource(source, context), as: null };
    }
  }
}

function quotationToHtml(
  quotation: Quotation,
  permalinks: 'linked' | 'bare',
  context: ViewContext,
): ElementContent {
  const { isOurs, language: original } = readQuotation(quotation, context);
  const [anchor, ...former] = listQuotationAnchors(quotation, context.archive);
  return h('figure', { className: ['quotation'], id: anchor }, [
    ...former.map((id) => h('span', { id })),
    h('blockquote', original ? { lang: original, dir: 'auto' } : {}, [...quotation.nodes]),
    h('figcaption', [
      '— ',
      ...speakerToHtml(quotation.speaker, quotation.article, context),
      quotation.where ? `${context.pages.joints.comma}${quotation.where}` : '',
      isOurs ? ` ${context.pages.statements.ourTranslation}` : '',
      ...(permalinks === 'linked'
        ? anchorToHtml(quotation.article, anchor, 'toQuotation', context)
        : []),
    ]),
  ]);
}

/**
 * Returns whether a quotation is our translation, or else its language (BCP 47) if that isn't the site's.
 * Foreign words are marked and set their own direction.
 */
export function readQuotation(
  quotation: Quotation,
  context: Pick<ViewContext, 'archive'>,
): { readonly isOurs: boolean; readonly language: string | null } {
  const isOurs = isTranslated(quotation, context);
  const language = context.archive.articleById.get(quotation.article)?.language ?? null;
  const isSite = language === context.archive.site.language;
  return { isOurs, language: isOurs || isSite ? null : language };
}

/**
 * Returns whether a quotation of a foreign-language article is in the site's language, and so our
 * translation. Scripts decide; if the languages share one, quotation marks do: words in marks that the site's
 * language doesn't use are the article's own.
 */
function isTranslated(
  { article, text }: Quotation,
  { archive }: Pick<ViewContext, 'archive'>,
): boolean {
  const language = archive.articleById.get(article)?.language;
  if (!language || isSameLanguage(language, archive.site.language)) return false;
  if (getForeignMarks(archive.site.language)?.test(text)) return false;
  return /\p{L}/u.test(text) && isWrittenIn(text, archive.site.language);
}

/** Quotation marks that a language doesn't use; null for a language with its own script. */
const foreignMarks: Readonly<Record<SiteLanguage, RegExp | null>> = {
  ar: null,
  // French, German, Polish, Japanese ones.
  en: /^\s*[«»‹›„‚「『]/u,
  // English, German, Polish, Japanese ones; French has those of English inside its own alone.
  fr: /^\s*["“”'‘’‹›„‚「『]/u,
};

function getForeignMarks(language: string): RegExp | null {
  return foreignMarks[findSiteLanguage(language) ?? 'en'];
}

function claimToHtml(
  claim: Claim,
  section: string | null,
  permalinks: 'linked' | 'bare',
  context: ViewContext,
): ElementContent {
  const words = context.pages.statements;
  const elsewhere =
    claim.about.type === 'event'
      ? linkEvent(claim.about.id, context)
      : linkActor(claim.about.id, context);
  const withdrawn = claim.withdrawn
    ? [' ', h('strong', words.withdrawn(labelDate(claim.withdrawn, context.dates)))]
    : [];
  const [anchor, ...former] = listClaimAnchors(claim, context.archive);
  return h('div', { className: ['claim'], id: anchor }, [
    ...former.map((id) => h('span', { id })),
    h('p', [
      h('span', { className: ['point'] }, [`${claim.on}${context.pages.joints.colon}`]),
      ...speakerToHtml(claim.speaker, claim.article, context),
      words.says,
      claim.says,
      ...withdrawn,
      ...(permalinks === 'linked' ? anchorToHtml(claim.article, anchor, 'toClaim', context) : []),
    ]),
    ...(claim.about.type === 'event' && claim.about.id === section
      ? []
      : [
          h('p', { className: ['about'] }, [
            `${words.about} `,
            h('a', { href: elsewhere.url }, elsewhere.name),
          ]),
        ]),
  ]);
}

/** A passage's visible permalink, on its article's page, where it stays whatever happens to the event. */
function anchorToHtml(
  article: string,
  anchor: string,
  label: 'toClaim' | 'toQuotation',
  context: ViewContext,
): ElementContent[] {
  const href = getArticleUrl(article, anchor, context);
  const link = h('a', { className: ['anchor'], href, ariaLabel: context.pages.cite[label] }, '#');
  return [{ type: 'text', value: ' ' }, link];
}

function speakerToHtml(speaker: Speaker, article: string, context: ViewContext): ElementContent[] {
  const { name, url, as, lang } = describeSpeaker(speaker, article, context);
  const marked = lang === undefined ? name : h('bdi', lang ? { lang } : {}, name);
  const cite = h('cite', url ? h('a', { href: url }, marked) : marked);
  return as ? [cite, { type: 'text', value: ` (${as})` }] : [cite];
}
