import { findFullDates, startsWithTime } from './dates/fullDates.ts';

/** An article's plain text by its parts, without text that belongs to the page. */
export interface ArticleText {
  readonly title: string | null;
  /** Other lines above the text that may be the title, or a banner of the site. */
  readonly otherTitles: readonly string[];
  readonly byline: string | null;
  /** The text before the first sentence, such as “PORTO VELHO, 11 May 2024 –”, without its final dash. */
  readonly dateline: string | null;
  /** The lines above the first paragraph, including title and byline. */
  readonly head: readonly string[];
  /** The article's own paragraphs, each on one line. */
  readonly paragraphs: readonly string[];
  /** What was left out: share buttons, subheadings, everything from the comment form on. */
  readonly rest: readonly string[];
  /** What an editor should know about how the text was parsed. */
  readonly notes: readonly string[];
}

/** Returns an article whose parts are already known, as for a web page. */
export function createArticleText(parts: Omit<ArticleText, 'dateline'>): ArticleText {
  const isHead = (line: string) => readByline(line) !== null || isStamp(line);
  const start = parts.paragraphs.findIndex((line) => !isHead(line));
  const head = [...parts.head, ...parts.paragraphs.slice(0, Math.max(0, start))];
  const paragraphs = parts.paragraphs.slice(Math.max(0, start)).filter(isOwn);
  const printed = paragraphs[0] === undefined ? null : takeDateline(paragraphs[0]);
  if (printed) paragraphs[0] = printed.rest;
  return {
    ...parts,
    head,
    paragraphs,
    byline: parts.byline ?? head.map(readByline).find((name) => name !== null) ?? null,
    dateline: printed?.dateline ?? null,
  };
}

/**
 * Returns the parts of an article's plain text as copied from a browser; `isOutlet` recognises the names of
 * outlets.
 */
export function readArticleText(
  text: string,
  isOutlet: (line: string) => boolean = () => false,
): ArticleText {
  const units = joinLines(tidy(text));
  let start = findStart(units);
  // The hour above a live report's first entry belongs to that entry.
  while (start > 1 && isHourOfEntry(units[start - 1] ?? '')) start -= 1;
  const cut = units.findIndex((unit, index) => index > start && comments.test(unit));
  const end = cut < 0 ? units.length : cut;
  const head = units.slice(0, start).filter((unit) => !buttons.test(unit));
  const bylineUnit = head.find((unit, index) => index > 0 && readByline(unit));
  const [title = null, ...otherTitles] = listTitles(head, bylineUnit, isOutlet);
  const body = units.slice(start, end);
  const paragraphs = body.filter(isOwn);
  const printed = paragraphs[0] === undefined ? null : takeDateline(paragraphs[0]);
  if (printed) paragraphs[0] = printed.rest;
  const line = head.find((unit) => unit !== title && isPlaceLine(unit));
  return {
    title,
    otherTitles,
    byline: bylineUnit ? readByline(bylineUnit) : null,
    dateline: printed?.dateline ?? line ?? null,
    head,
    paragraphs,
    rest: [...body.filter((unit, index) => !isOwn(unit, index)), ...units.slice(end)],
    notes: [],
  };
}

/** Returns whether a line below the head belongs to the article and isn't a caption or button. */
function isOwn(unit: string, index: number): boolean {
  return !buttons.test(unit) && (index === 0 || isEntry(unit) || !isCaption(unit));
}

/**
 * Returns the index of the article's first paragraph: after its byline or date, where most of the text
 * follows.
 */
function findStart(units: readonly string[]): number {
  const isStart = (unit: string, index: number) =>
    !buttons.test(unit) && isParagraph(unit, index === 0);
  const first = units.findIndex(isStart);
  if (first < 0) return Math.min(1, units.length);
  const mark = units.findIndex(
    (unit, index) =>
      index > first && index <= first + 12 && (readByline(unit) !== null || isStamp(unit)),
  );
  const next =
    mark < 0 ? -1 : units.findIndex((unit, index) => index > mark && isStart(unit, index));
  if (next < 0) return first;
  const measure = (from: number, to: number) =>
    units
      .slice(from, to)
      .filter((unit) => isParagraph(unit, false))
      .reduce((sum, unit) => sum + countWords(unit), 0);
  // A notice of the site above the title is shorter than the text after the title.
  return measure(first, mark) < measure(next, units.length) && hasTitleBetween(units, first, mark)
    ? next
    : first;
}

function hasTitleBetween(units: readonly string[], from: number, to: number): boolean {
  return units.slice(from + 1, to).some(isTitle);
}

/** Returns the number of words in a text, separated by white space. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

// Lines of the page itself. Nothing from the comment form on belongs to the article.
const comments =
  /^(?:leave (?:a|your) (?:reply|comment)|(?:post|add|write) a comment|(?:\d+ )?(?:comments?|responses?|replies)(?: \(\d+\))?:?|join the (?:conversation|discussion)|your email address will not be published.*|required fields are marked.*|cancel reply)$/i;
const buttons =
  /^(?:share(?: (?:this|on|via)\b.{0,40})?:?|(?:click to )?(?:share|email|print|tweet)(?: \(opens in new window\)| (?:this|article|story|on|to|via)\b.{0,40})?|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|copy link|save|like this:?|loading(?:\.{3}|…)|advertisement|sponsored|read (?:more|also|next)\b.*|more from\b.*|(?:related|recommended)(?: (?:articles?|posts?|stories|topics|news))?:?|you may also like|sign up\b.*|subscribe\b.*|newsletter|follow us\b.*|(?:tags?|filed under|topics?|categor(?:y|ies)):.*|(?:copyright|©).*|all rights reserved.*)$/i;

function tidy(text: string): string {
  // Normalises line ends, no-break spaces, invisible characters and all other control characters.
  return (
    text
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      .replace(/[\u200B\u2060\uFEFF\u00AD]/g, '')
      // A tab between cells separates them, like a bar.
      .replace(/(?<=\S)\t+(?=\S)/g, ' | ')
      .replace(/[^\S\n]|(?!\n)\p{Cc}/gu, ' ')
  );
}

/** Returns the lines of a text, joining those that were wrapped to a fixed width. */
function joinLines(text: string): string[] {
  const units: string[] = [];
  let isOpen = false;
  for (const raw of text.split('\n')) {
    const line = raw.replace(/ +/g, ' ').trim();
    const before = units.at(-1);
    if (line === '') {
      isOpen = false;
      continue;
    }
    // A title may be as long as a wrapped line; the text after it then starts a new paragraph.
    const isApart =
      readByline(line) !== null || isStamp(line) || buttons.test(line) || isEntry(line);
    const continues = !isApart && (units.length > 1 || /^\p{Ll}/u.test(line));
    if (isOpen && before !== undefined && continues) units[units.length - 1] = `${before} ${line}`;
    else units.push(line);
    isOpen = line.length >= 45 && line.length <= 110 && !readByline(line);
  }
  return units;
}

function isParagraph(unit: string, isFirst: boolean): boolean {
  if (readByline(unit) || isPlaceLine(unit) || isStamp(unit)) return false;
  const words = countWords(unit);
  const isSentence = /[.!?…]["”’»)\]]*$/.test(unit);
  return isFirst
    ? words > 30 || (words >= 15 && isSentence)
    : words >= 20 || (words >= 7 && isSentence) || (isSentence && /[“"«]/.test(unit));
}

/**
 * Returns the head's lines that may be the title, likeliest first. It is at the top of the lines directly
 * above the byline or date; lines separated from those by a sentence belong to the site.
 */
function listTitles(
  head: readonly string[],
  byline: string | undefined,
  isOutlet: (line: string) => boolean,
): string[] {
  const mark = head.findIndex((unit, index) => unit === byline || (index > 0 && isStamp(unit)));
  const above = (mark < 0 ? head : head.slice(0, mark)).filter((unit) => !isStamp(unit));
  // If only the name of the outlet or a section is above its date, the title is below it.
  const isName = (unit: string) =>
    isOutlet(unit) || (countWords(unit) <= 2 && isAllCapitals(unit)) || isSlogan(unit);
  const lines =
    above.length > 0 && !above.every(isName)
      ? above
      : head.filter((unit) => unit !== byline && !isStamp(unit));
  const sentence = lines.findLastIndex((unit, index) => index < lines.length - 1 && isSlogan(unit));
  const near = lines.slice(sentence + 1).filter((unit) => !isSlogan(unit));
  // The name of a section, such as “News”, precedes the title.
  const long = near.filter(
    (unit) => !isOutlet(unit) && countWords(unit) >= 3 && !(findFullDates(unit).length > 0),
  );
  const [title = near[0] ?? lines[0]] = [...long, ...near];
  if (title === undefined) return [];
  const others = lines
    .slice(0, lines.indexOf(title))
    .filter((unit) => countWords(unit) >= 3 && !/[.:]$/.test(unit) && !isOutlet(unit));
  return [title, ...others];
}

function isTitle(unit: string): boolean {
  return countWords(unit) >= 3 && !isSlogan(unit) && !isStamp(unit) && readByline(unit) === null;
}

/** Returns whether a line is about the site, addresses readers, or is a sentence: none of these is a title. */
function isSlogan(unit: string): boolean {
  if (/["“”«»„'‘’]/.test(unit.replace(/\p{L}['’]\p{L}/gu, ''))) return false;
  return /(?<!\b[A-Z])[.:]$/.test(unit) || slogan.test(unit);
}

const slogan =
  /^(?:skip to|jump to|menu\b|home\b.*[|>›»]|log ?in|sign ?in|register|support (?:us|our|independent)|donate|become a|get (?:the|our|your)|join (?:us|our)|we (?:use|value|need|have)|this (?:site|website) uses|you (?:are|have)|welcome to|accept|cookies?\b|listen to|watch (?:live|now)|download (?:the|our)|breaking news|live:?$|advertisement)|\b(?:our (?:award-winning|reporting|journalism|newsletter|app|readers|website|site|mission|team|stories|coverage)|award-winning|independent journalism|cookie policy|privacy policy|all rights reserved|since (?:18|19|20)\d\d$|your (?:inbox|privacy|account|subscription))\b/i;

/**
 * Returns whether a line is an entry of a list, table or live report: it has a bullet or cells, or begins
 * with an hour or day.
 */
function isEntry(unit: string): boolean {
  if (/^[•·▪■◦‣●*–—-]\s+\S/u.test(unit) || /\S\s*\|\s*\S.*\|\s*\S/u.test(unit)) return true;
  const isHour = isHourOfEntry(unit);
  return !isStamp(unit) && (isHour || (countWords(unit) > 2 && startsWithTime(unit)));
}

/** Matches “20:30 Quay closed”, or “8:45 p.m.” on its own line. */
function isHourOfEntry(unit: string): boolean {
  return /^\d{1,2}[:.]\d\d\s+\p{Lu}\p{Ll}|^\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\.?$/u.test(unit);
}

/** Returns whether a line is a subheading, caption or link: a few words that don't end like a sentence. */
function isCaption(unit: string): boolean {
  return countWords(unit) <= 12 && !/[.!?…:,;"”’»)\]]$/.test(unit);
}

/** Returns whether a line states when the article was published or changed, in any language. */
function isStamp(unit: string): boolean {
  if (/^(?:(?:first |last )?(?:published|posted|updated|modified)|date)\b/i.test(unit))
    return !/[.!?…]["”’»)\]]*$/.test(unit);
  if (countWords(unit) > 12) return false;
  const [date] = findFullDates(unit);
  // “Publié le 11 mai 2024 à 8h”: a label of at most three words before the date, a time and zone after it.
  if (date)
    return (
      countWords(unit.slice(0, date.start)) <= 3 &&
      countWords(unit.slice(date.end)) <= 4 &&
      !/[\p{L}]{3}[.!?]$/u.test(unit)
    );
  // “18:04 GMT” is one; “20:30 Quay closed” is an entry of a live report.
  return /^\d{1,2}:\d\d\b(?!\s+(?!Uhr\b)\p{Lu}\p{Ll})/u.test(unit) && !/[.!?…]$/.test(unit);
}

function readByline(unit: string): string | null {
  const written =
    /^(?:(?:words|reported|written|story) )?by:?\s+(.+)$/i.exec(unit)?.[1] ??
    foreignByline.exec(unit)?.[1];
  // Text after a bar, a dot or a date isn't part of the name.
  const name = written
    ?.split(
      /\s*[|•·–—]\s*|\s+-\s+|,?\s+(?=\d)|,\s*(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)/i,
    )[0]
    ?.replace(/[,.\s]+$/, '');
  return name && /^[\p{Lu}\p{Lo}]/u.test(name) && countWords(name) <= 10 && countWords(unit) <= 30
    ? name
    : null;
}

// “Par Léa Morin et Paul Girard” and “Von Karin Holm, Porto Velho” are bylines; “Von Kiel nach Oslo” isn't.
const foreignByline =
  /^(?:Par|Von|Por|بقلم)(?: |: ?)((?:[\p{Lu}\p{Lo}][\p{L}\p{M}.’'-]*(?: (?:von|van|de|del|la|al|et|und|y) | ?, |(?: |$)))+(?:[•|–—-].*|\d.*)?)$/u;

/** Returns whether a line states a place and perhaps a date: “PORTO VELHO, 11 May 2024”. */
function isPlaceLine(unit: string): boolean {
  return countWords(unit) <= 10 && unit.includes(',') && isAllCapitals(unit.split(',')[0] ?? '');
}

/** Returns the dateline at the start of the first paragraph and the rest, or null if there is none. */
function takeDateline(paragraph: string): { dateline: string; rest: string } | null {
  const dash = /\s+[–—-]{1,2}\s*|\s*[–—]\s+|\s*--\s*/g;
  let end: { start: number; next: number } | null = null;
  let from = 0;
  for (const match of paragraph.matchAll(dash)) {
    const part = paragraph.slice(from, match.index);
    if (countWords(part) > 9 || /[.!?]["”]?\s+\p{Lu}\p{Ll}/u.test(part)) break;
    const next = match.index + match[0].length;
    if (isDatelinePart(part) && /^[\p{Lu}\d“"«‘]/u.test(paragraph.slice(next)))
      end = { start: match.index, next };
    from = next;
  }
  return end && { dateline: paragraph.slice(0, end.start).trim(), rest: paragraph.slice(end.next) };
}

function isDatelinePart(part: string): boolean {
  const place = part.split(/[,(]/)[0] ?? '';
  if (isAllCapitals(place) || /\b(?:19|20)\d\d\b/.test(part)) return true;
  // “Porto Velho (The Harbour Post)”, “Porto Velho, May 11”: only names and what belongs to them.
  return /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}|al-|el-|de |da |do )[\p{L}'’.-]*){0,3}(?:\s*\([^)]+\)|,\s*(?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{Ll}{2,8}))$/u.test(
    part.trim(),
  );
}

function isAllCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}
