/** The severity of a problem: an error fails the build, a warning or notice is only reported. */
export type Severity = 'error' | 'warning' | 'notice';

interface Kind {
  readonly severity: Severity;
  // Methods rather than properties, so that each row may require its own facts.
  message(facts: never): string;
}

interface Unexpected {
  readonly found: string;
  readonly expected: string;
}

interface Unknown {
  readonly found: string;
  readonly nearest?: string | undefined;
  readonly repair: string;
}

/**
 * Everything that can be wrong with content. The names are permanent: each has a heading in
 * `content/README.md` and at least one golden case. A message states what was found, then what is expected.
 */
export const problemKinds = {
  'file-encoding': error(() => 'Unexpected bytes that are not UTF-8. Save the file as UTF-8.'),
  'file-unreadable': error((f: Unexpected) => `Unexpected ${f.found}, expected ${f.expected}.`),
  'too-large': error((f: Unexpected) => `Unexpected ${f.found}, expected ${f.expected}.`),
  'control-character': error(
    (f: { found: string }) =>
      `Unexpected control character ${printCode(f.found)}. It is invisible: delete it with the characters beside it, then type those again.`,
  ),
  'file-name': error(
    (f: Unexpected) => `Unexpected file ${quote(f.found)}, expected ${f.expected}.`,
  ),
  'file-missing': error((f: { expected: string }) => `Missing file, expected ${f.expected}.`),
  'front-matter': error((f: Unexpected) => `Unexpected ${f.found}, expected ${f.expected}.`),
  'value-cut': error(
    (f: { found: string; cut: string }) =>
      `Unexpected “#” in ${quote(f.found)}: YAML takes ${quote(f.cut)} for a comment. Put the whole value in quotation marks; a comment needs a line of its own.`,
  ),
  'field-unknown': error(
    (f: { found: string; nearest?: string | undefined; known: readonly string[] }) =>
      `Unexpected key ${quote(f.found)}, expected ${nearestOrAll(f)}.`,
  ),
  'field-missing': error(
    (f: { name: string; expected: string }) => `Missing "${f.name}", expected ${f.expected}.`,
  ),
  'field-value': error(
    (f: { name: string; fault?: string | undefined } & Unexpected) =>
      `Unexpected ${f.found} for "${f.name}"${expectedAfter(f)}.`,
  ),
  'source-unknown': error(
    (f: Unknown) => `No source is called ${quote(f.found)}. ${nearestThen(f)}`,
  ),
  'actor-unknown': error((f: Unknown) => `No actor is called ${quote(f.found)}. ${nearestThen(f)}`),
  'place-unknown': error((f: Unknown) => `No place is called ${quote(f.found)}. ${nearestThen(f)}`),
  'article-unknown': error(
    (f: Unknown) => `No article is called ${quote(f.found)}. ${nearestThen(f)}`,
  ),
  'event-unknown': error((f: Unknown) => `No event is called ${quote(f.found)}. ${nearestThen(f)}`),
  'group-unknown': error((f: Unknown) => `No group is called ${quote(f.found)}. ${nearestThen(f)}`),
  'section-without-event': error(
    (f: { found: string }) =>
      `The section ${quote(f.found)} has no \`event\` block. Add one right under its heading.`,
  ),
  'block-unknown': error(
    (f: { found: string; nearest?: string | undefined; known: readonly string[] }) =>
      `Unexpected block ${quote(f.found)}, expected ${nearestOrAll(f)}.`,
  ),
  'block-unclosed': error(
    (f: { found: string; fence: string }) =>
      `The block ${quote(f.found)} is not closed. Add a line with ${f.fence} below its values.`,
  ),
  'block-malformed': error((f: Unexpected) => `Unexpected ${f.found}, expected ${f.expected}.`),
  'name-unknown': error(
    (f: { block: string; found: string; nearest?: string | undefined; known: readonly string[] }) =>
      `Unexpected name ${quote(f.found)} in the ${f.block} block, expected ${nearestOrAll(f)}.`,
  ),
  'name-repeated': error(
    (f: { block: string; found: string; first: number }) =>
      `Unexpected second ${quote(f.found)} in the ${f.block} block, expected only one: the first is on line ${f.first}.`,
  ),
  'name-missing': error(
    (f: { block: string; name: string; expected: string }) =>
      `Missing "${f.name}" in the ${f.block} block, expected ${f.expected}.`,
  ),
  'event-id': error(
    (f: { found: string; what: string }) =>
      `Unexpected ${f.what} ${quote(f.found)}, expected lower-case words joined by hyphens, such as harbour-closed, without a date.`,
  ),
  'event-id-taken': error(
    (f: { found: string; first: string }) =>
      `Event id ${quote(f.found)} is already used at ${f.first} in the same article. Give one of them another id.`,
  ),
  'event-date': error(
    (f: Unexpected & { unsupported?: string | undefined; fault?: string | undefined }) =>
      f.unsupported === undefined
        ? `Unexpected date ${quote(f.found)}${expectedAfter(f)}.`
        : `Not supported: ${f.unsupported}, in ${quote(f.found)}. Expected ${f.expected}.`,
  ),
  'event-time': error(
    (f: Unexpected) => `Unexpected time ${quote(f.found)}, expected ${f.expected}.`,
  ),
  'event-value': error(
    (f: { name: string } & Unexpected) =>
      `Unexpected ${f.name} ${quote(f.found)}, expected ${f.expected}.`,
  ),
  'event-undated': error(
    (f: { id: string }) =>
      `No account dates the event ${quote(f.id)}. Add a \`date\` to one of them or to events/${f.id}.md; an estimate such as 2024-05-12~ with a \`why\` will do.`,
  ),
  'event-weekday': error(
    (f: { found: string; weekday: string; date: string }) =>
      `Unexpected ${f.weekday} in ${quote(f.found)}: the date ${f.date} does not include a ${f.weekday}. Correct the date, or keep only the words that date this event.`,
  ),
  'event-too-late': error(
    (f: { date: string; published: string }) =>
      `Unexpected date ${f.date} after the article's publication (${f.published}), expected an earlier one, or the certainty of an event still to come: announced, threatened, planned or due.`,
  ),
  'day-order': error(
    (f: { found: string; name: string; first: string; day: string }) =>
      `Unexpected "${f.name}" ${f.found} before "${f.first}" ${f.day}, expected that day or a later one.`,
  ),
  'order-circle': error(
    (f: { name: string; circle: readonly string[] }) =>
      `Circular \`${f.name}\`: ${f.circle.join(' → ')}. Remove one of these links.`,
  ),
  'spelling-shared': error(
    (f: { found: string; first: string; owner: string }) =>
      `The spelling ${quote(f.found)} already belongs to ${f.owner} at ${f.first}. Remove it from one of them.`,
  ),
  'spelling-lookalike': error(
    (f: { found: string; other: string; owner: string; first: string }) =>
      `The spelling ${quote(f.found)} looks like ${quote(f.other)} of ${f.owner} at ${f.first}, but has different letters. Use the same letters in both, or make them easy to tell apart.`,
  ),
  'claim-about': error(
    () =>
      'Unexpected claim outside any section, expected `about:` with the id of an event, or `actor:ID`.',
  ),
  'link-address': error(
    (f: { found: string; expected?: string | undefined }) =>
      `Unexpected address ${quote(f.found)}, expected ${f.expected ?? 'one that starts with http:, https:, mailto:, event:, actor:, place:, source: or article:'}.`,
  ),
  'heading-level': error((f: Unexpected) => `Unexpected ${f.found}, expected ${f.expected}.`),
  'markdown-unsupported': error(
    (f: Unexpected) => `Unexpected ${f.found}, expected ${f.expected}.`,
  ),
  'quotation-form': error(
    (f: { found: string }) =>
      `Unexpected last line ${quote(f.found)} of a quotation, expected a line such as “— Name, where or to whom”.`,
  ),
  'speaker-unknown': error(
    (f: Unknown) => `No actor or source is called ${quote(f.found)}. ${nearestThen(f)}`,
  ),
  'left-to-write': error(
    (f: Unexpected) => `Left to write: ${quote(f.found)}. Expected ${f.expected}.`,
  ),
  'former-id-taken': error(
    (f: { found: string; owner: string }) =>
      `The former id ${quote(f.found)} is in use by ${f.owner}. Expected an id that nothing else uses.`,
  ),
  permalink: error(
    (f: { found: string }) =>
      `Unexpected address ${quote(f.found)}, expected one such as /events/harbour-closed/, without the host or the base path, or two: the old one and the one it leads to.`,
  ),
  'permalink-lost': error(
    (f: { found: string; repair: string }) =>
      `The published address ${quote(f.found)} no longer works. Expected ${f.repair}.`,
  ),
  'permalink-foreign': error(
    (f: { count: number }) =>
      `None of the ${String(f.count)} events and articles listed here is in this content. If this is another story, remove the file: \`npm run publish\` starts a new one. If it is the same story, restore its articles.`,
  ),
  'permalink-reused': error(
    (f: { found: string; to: string; id: string }) =>
      `The published address ${quote(f.found)} led to ${quote(f.to)}, but now they are two pages. Expected \`formerly: [${f.id}]\` in the file of the page that is now ${quote(f.to)}, and another id for the new page.`,
  ),
  'permalink-base': error(
    (f: { found: string; base: string }) =>
      `The addresses were published under ${quote(f.found)}, but BASE is ${quote(f.base)}: no published address would work. Set BASE=${f.found}, or run \`npm run publish -- --moved\` if the site has really moved.`,
  ),
  'permalink-new': error(
    (f: { found: string }) =>
      `The new address ${quote(f.found)} is not in permalinks.txt yet. Run \`npm run publish\` and commit the file before you deploy.`,
  ),
  'page-name': error(
    (f: { found: string }) =>
      `Unexpected page ${quote(f.found)}, expected another name: the site itself uses that address.`,
  ),
  'theme-unknown': error(
    (f: { found: string; nearest?: string | undefined; known: readonly string[] }) =>
      `Unexpected ${quote(f.found)} in the theme, expected ${f.nearest === undefined ? `:root with ${f.known.join(', ')}, or @font-face` : `"${f.nearest}"`}.`,
  ),
  'theme-value': error(
    (f: { name: string } & Unexpected) =>
      `Unexpected ${quote(f.found)} for ${f.name}, expected ${f.expected}.`,
  ),
  'theme-contrast': warning(
    (f: { text: string; ground: string; scheme: 'light' | 'dark'; ratio: string }) =>
      `The contrast of --${f.text} on --${f.ground} in the ${f.scheme} theme is ${f.ratio}:1, expected 4.5:1 or more (WCAG 2.2, AA).`,
  ),
  'font-value': error((f: Unexpected) => `Unexpected ${f.found}, expected ${f.expected}.`),
  'font-unused': notice(
    (f: { found: string }) =>
      `No @font-face in theme.css uses ${quote(f.found)}, so the site leaves it out. Add one, or remove the file.`,
  ),
  'logo-value': error((f: Unexpected) => `Unexpected ${f.found}, expected ${f.expected}.`),
  'authority-missing': warning(
    () =>
      'Missing "authority": the ids in feeds and calendars use the host of SITE, so on a new host every subscriber would get all entries again. Expected a domain or email address of yours and a year in which it was yours, such as `authority: harbour.example,2026`.',
  ),
  'ruling-why': error(
    (f: { decided: readonly string[] }) =>
      `Unexpected "why" in a ruling on ${f.decided.join(' and ')}, expected each reason under its own key: ${f.decided.map((key) => `\`${key}-why\``).join(', ')}.`,
  ),
  'review-missing': warning(
    (f: { text: string; weighed: string }) =>
      `Missing "reviewed" for ${f.text}, expected the day (such as 2026-11-21) on which an editor last weighed ${f.weighed}.`,
  ),
  'review-due': notice(
    (f: { text: string; found: string; articles: readonly string[] }) =>
      `${capital(f.text)} was last reviewed on ${f.found}; ${f.articles.length === 1 ? '1 digest was' : `${f.articles.length} digests were`} added since: ${listFirst(f.articles)}. Read the text against ${f.articles.length === 1 ? 'it' : 'them'}, correct it where needed, and write the day as \`reviewed\`.`,
  ),
  'unknown-answered': notice(
    (f: { found: string; answers: readonly { answer: string; articles: readonly string[] }[] }) =>
      `The ruling calls ${quote(f.found)} unknown, but ${f.answers.length === 1 ? 'a claim answers' : 'claims answer'} it: ${listFirst(f.answers.map((one) => `${quote(one.answer)} (${listFirst(one.articles)})`))}. Remove it, or write the day of this review as \`reviewed\`.`,
  ),
  'date-disputed': warning(
    (f: { id: string; dates: string }) =>
      `The accounts date ${quote(f.id)} differently: ${f.dates}. Decide in events/${f.id}.md (\`date\` and \`date-why\`), or explain there why it stays open (\`date-why\`).`,
  ),
  'title-disputed': warning(
    (f: { id: string; done: readonly string[]; denied: readonly string[] }) =>
      `The event ${quote(f.id)} is disputed: ${f.done.join(', ')} ${f.done.length === 1 ? 'says' : 'say'} it happened, ${f.denied.join(', ')} ${f.denied.length === 1 ? 'denies' : 'deny'} it. In events/${f.id}.md, give it a \`title\` that takes no side: a noun phrase such as “Reported sale of …”.`,
  ),
  'claimed-name-bare': warning(
    (f: { found: string; id: string; name: string; what: string }) =>
      `${quote(f.found)} is only claimed to be the name of ${quote(f.id)}, but this ${f.what} does not say who claims it. Write ${quote(f.name)} or other words instead.`,
  ),
  'lead-short': notice(
    (f: { id: string; others: readonly string[] }) =>
      `This account leads the event ${quote(f.id)} with one sentence, but ${f.others.join(', ')} ${f.others.length === 1 ? 'says' : 'say'} more. Write more here, or a \`summary\` in events/${f.id}.md.`,
  ),
  'answer-near': notice(
    (f: { found: string; near: string; on: string; of: string; first: string }) =>
      `The answer ${quote(f.found)} to ${quote(f.on)} of ${quote(f.of)} is nearly ${quote(f.near)} at ${f.first}. If it is the same, use the same words.`,
  ),
  'order-contrary': warning(
    (f: { id: string; before: string }) =>
      `${quote(f.id)} is said to come after ${quote(f.before)}, but their dates do not allow it. The dates decide.`,
  ),
  'day-unlikely': warning(
    (f: { name: string } & Unexpected) =>
      `Unexpected "${f.name}" ${f.found}, expected ${f.expected}.`,
  ),
  'event-similar': notice(
    (f: { id: string; other: string; more: number; isCut: boolean }) =>
      `The event ${quote(f.id)} looks like ${quote(f.other)}${f.more > 0 ? ` and ${f.isCut ? 'at least ' : ''}${f.more} more` : ''}. If it is the same, use its id; if not, add \`distinct: ${f.other}\`.`,
  ),
  'hour-twice': notice(
    (f: { found: string; zone: string; day: string; second: string }) =>
      `Clocks in ${f.zone} showed ${f.found} twice on ${f.day}; the first is used. If the article means the second, write \`date: ${f.second}\` without a time.`,
  ),
  'html-shown': notice(
    (f: { found: string }) =>
      `HTML is not rendered: readers see ${quote(f.found)} as text. Write Markdown, such as **bold**, or plain words.`,
  ),
  'source-unarchived': warning(
    (f: { found: string }) =>
      `No copy of ${quote(f.found)} is recorded. Expected \`archived\` with the address of one, or \`via\` with the copy you used.`,
  ),
  'script-mixed': warning(
    (f: { found: string; letter: string; code: string; looks: string }) =>
      `Unexpected letter ${quote(f.letter)} (${f.code}) in the word ${quote(f.found)}, expected the Latin ${quote(f.looks)} that it looks like.`,
  ),
  'link-dead': warning(
    (f: { found: string; answer: string }) =>
      `The address ${quote(f.found)} is dead: ${f.answer}. Expected one that works.`,
  ),
  'point-new': notice(
    (f: { on: string; of: string; nearest: string; more: number }) =>
      `The point ${quote(f.on)} of ${quote(f.of)} is nearly ${quote(f.nearest)}${f.more > 0 ? `, and ${f.more} more of its points are nearly another` : ''}. If it is the same point, write \`on: ${f.nearest}\`; claims are compared only under one name.`,
  ),
  'spelling-near': notice(
    (f: { found: string; times: number; nearest: string; id: string; file: string; key: string }) =>
      `No one here is called ${quote(f.found)}${f.times > 1 ? ` (${f.times} times in this digest)` : ''}, but ${quote(f.nearest)} (${f.id}) is close. If it is the same, add it to \`${f.key}\` in ${f.file}, or write ${quote(f.nearest)} and give \`spelt\` the article's own; if not, write [${f.found}](actor:-).`,
  ),
  'language-letters': notice(
    (f: { found: string; key: string; script: string; language: string | null }) =>
      `The ${f.key} ${quote(f.found)} is in ${f.script === 'other' ? 'other' : f.script} letters, and ${
        f.language === null
          ? '`language` is left out. Expected the language of these letters, such as ar for Arabic'
          : `its language is given as ${f.language}. Expected that language’s letters, or the language of these`
      }, with the script if it has several (ku-Arab).`,
  ),
  'picture-letters': notice(
    (f: { found: string; letters: string }) =>
      `The share picture leaves out ${quote(f.found)}: none of its fonts has ${quote(f.letters)}. Expected letters of Latin, Greek, Cyrillic, Arabic, Hebrew, Devanagari, Thai or Georgian script, or a translation beside it.`,
  ),
  'actor-unmentioned': notice(
    (f: { found: string }) =>
      `No digest, claim or quotation names ${quote(f.found)}. Expected one that does, or the actor among the \`principals\` in site.md.`,
  ),
} as const satisfies Record<string, Kind>;

/** The permanent name of a kind of problem. */
export type ProblemKind = keyof typeof problemKinds;

/** The facts that a kind's message needs. */
export type ProblemFacts<K extends ProblemKind> = Parameters<
  (typeof problemKinds)[K]['message']
>[0];

function error<F>(message: (facts: F) => string) {
  return { severity: 'error', message } as const;
}

function warning<F>(message: (facts: F) => string) {
  return { severity: 'warning', message } as const;
}

function notice<F>(message: (facts: F) => string) {
  return { severity: 'notice', message } as const;
}

/** Replaces every control character and line separator with a space; keeps letters of all scripts. */
export function toOneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ');
}

/**
 * Quotes an editor's text for one line of a report: without control characters, invisible characters as
 * codes, at most 80 characters.
 */
export function quote(text: string): string {
  const oneLine = revealMarks(toOneLine(text));
  const characters = [...oneLine];
  return `"${characters.length > 80 ? `${characters.slice(0, 79).join('')}…` : oneLine}"`;
}

// Direction marks that affect what follows, and zero-width characters that no script needs.
const unseen = /[\u202A-\u202E\u2066-\u2069\u200B\u200E\u200F\u2060\uFEFF]/gu;

/** Replaces invisible and direction-changing marks in a text with their codes: `<U+202E>`. */
export function revealMarks(text: string): string {
  return text.replace(unseen, (character) => `<${printCode(character)}>`);
}

/** Returns the code of a character: `U+202E`. */
export function printCode(character: string): string {
  return `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`;
}

/** Maximum number of digests that a message lists; the rest are counted. */
const maxNamed = 5;

/** Returns the first of a list of digests, and the number of others. */
function listFirst(ids: readonly string[]): string {
  const more = ids.length - maxNamed;
  return `${ids.slice(0, maxNamed).join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Returns the fault, if known, and what is expected. */
function expectedAfter(f: { fault?: string | undefined; expected: string }): string {
  return f.fault === undefined
    ? `, expected ${f.expected}`
    : `: ${f.fault}. Expected ${f.expected}`;
}

function nearestOrAll(f: { nearest?: string | undefined; known: readonly string[] }): string {
  return f.nearest === undefined ? `one of ${f.known.join(', ')}` : `"${f.nearest}"`;
}

function nearestThen(f: Unknown): string {
  return f.nearest === undefined ? f.repair : `Nearest: ${f.nearest}. ${f.repair}`;
}
