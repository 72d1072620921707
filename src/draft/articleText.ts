import { findFullDates, startsWithTime } from './dates/fullDates.ts';

/** An article as its plain text has it: its parts told apart, what is the page's own and not the article's left out. */
export interface ArticleText {
  readonly title: string | null;
  /** Other lines above the text that may be the title, or a banner of the site. */
  readonly otherTitles: readonly string[];
  readonly byline: string | null;
  /** What stands in front of the first sentence, such as “PORTO VELHO, 11 May 2024 –”, without its last dash. */
  readonly dateline: string | null;
  /** The lines above the first paragraph, title and byline among them. */
  readonly head: readonly string[];
  /** The article's own paragraphs, each on one line. */
  readonly paragraphs: readonly string[];
  /** What was left out: share buttons, subheadings, all from the comment form on. */
  readonly rest: readonly string[];
  /** What an editor has to know of how it was read. */
  readonly notes: readonly string[];
}

/** Returns an article whose parts are known apart already, as those of a web page are. */
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

/** Returns the parts of an article's plain text, as a browser copies it; `isOutlet` knows the names of outlets. */
export function readArticleText(
  text: string,
  isOutlet: (line: string) => boolean = () => false,
): ArticleText {
  const units = joinLines(tidy(text));
  let start = findStart(units);
  // The hour of a live report's first entry belongs to it.
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

/** Returns whether a line below the head is the article's own, and no caption or button. */
function isOwn(unit: string, index: number): boolean {
  return !buttons.test(unit) && (index === 0 || isEntry(unit) || !isCaption(unit));
}

/** Returns where the article's first paragraph is: behind its byline or date, where most of the text follows those. */
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
  // A notice of the site above the title is shorter than what follows the title.
  return measure(first, mark) < measure(next, units.length) && hasTitleBetween(units, first, mark)
    ? next
    : first;
}

function hasTitleBetween(units: readonly string[], from: number, to: number): boolean {
  return units.slice(from + 1, to).some(isTitle);
}

/** Returns how many words a text has, parted by white space. */
export function countWords(text: string): number {
  return text.split(/\s+/).filter((word) => word !== '').length;
}

// The page's own words in a line of their own. From the comment form on nothing is the article's.
const comments =
  /^(?:leave (?:a|your) (?:reply|comment)|(?:post|add|write) a comment|(?:\d+ )?(?:comments?|responses?|replies)(?: \(\d+\))?:?|join the (?:conversation|discussion)|your email address will not be published.*|required fields are marked.*|cancel reply)$/i;
const buttons =
  /^(?:share(?: (?:this|on|via)\b.{0,40})?:?|(?:click to )?(?:share|email|print|tweet)(?: \(opens in new window\)| (?:this|article|story|on|to|via)\b.{0,40})?|facebook|twitter|x|whatsapp|telegram|linkedin|reddit|pinterest|copy link|save|like this:?|loading(?:\.{3}|…)|advertisement|sponsored|read (?:more|also|next)\b.*|more from\b.*|(?:related|recommended)(?: (?:articles?|posts?|stories|topics|news))?:?|you may also like|sign up\b.*|subscribe\b.*|newsletter|follow us\b.*|(?:tags?|filed under|topics?|categor(?:y|ies)):.*|(?:copyright|©).*|all rights reserved.*)$/i;

function tidy(text: string): string {
  // Takes line ends of every system, hard spaces, characters without width, and all other control characters.
  return (
    text
      .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
      .replace(/[\u200B\u2060\uFEFF\u00AD]/g, '')
      // A tab between cells parts them as a stroke does.
      .replace(/(?<=\S)\t+(?=\S)/g, ' | ')
      .replace(/[^\S\n]|(?!\n)\p{Cc}/gu, ' ')
  );
}

/** Returns the lines of a text, those that were broken to fit a width joined again. */
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
    // A title may be as long as a broken line; what follows it then begins anew.
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
 * Returns the lines of the head that may be the title, the likeliest first. It stands at the top of the lines
 * right above the byline or the date; what a sentence parts from those is the site's own.
 */
function listTitles(
  head: readonly string[],
  byline: string | undefined,
  isOutlet: (line: string) => boolean,
): string[] {
  const mark = head.findIndex((unit, index) => unit === byline || (index > 0 && isStamp(unit)));
  const above = (mark < 0 ? head : head.slice(0, mark)).filter((unit) => !isStamp(unit));
  // Where nothing but the outlet's or a section's name stands above its date, the title stands below it.
  const isName = (unit: string) =>
    isOutlet(unit) || (countWords(unit) <= 2 && isAllCapitals(unit)) || isSlogan(unit);
  const lines =
    above.length > 0 && !above.every(isName)
      ? above
      : head.filter((unit) => unit !== byline && !isStamp(unit));
  const sentence = lines.findLastIndex((unit, index) => index < lines.length - 1 && isSlogan(unit));
  const near = lines.slice(sentence + 1).filter((unit) => !isSlogan(unit));
  // The name of a section, such as “News”, stands above the title.
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

/** What a site says of itself or asks of its readers, and any sentence: a title is neither. */
function isSlogan(unit: string): boolean {
  if (/["“”«»„'‘’]/.test(unit.replace(/\p{L}['’]\p{L}/gu, ''))) return false;
  return /(?<!\b[A-Z])[.:]$/.test(unit) || slogan.test(unit);
}

const slogan =
  /^(?:skip to|jump to|menu\b|home\b.*[|>›»]|log ?in|sign ?in|register|support (?:us|our|independent)|donate|become a|get (?:the|our|your)|join (?:us|our)|we (?:use|value|need|have)|this (?:site|website) uses|you (?:are|have)|welcome to|accept|cookies?\b|listen to|watch (?:live|now)|download (?:the|our)|breaking news|live:?$|advertisement)|\b(?:our (?:award-winning|reporting|journalism|newsletter|app|readers|website|site|mission|team|stories|coverage)|award-winning|independent journalism|cookie policy|privacy policy|all rights reserved|since (?:18|19|20)\d\d$|your (?:inbox|privacy|account|subscription))\b/i;

/** An entry of a list, a table or a live report: it has a bullet or cells, or begins with its hour or day. */
function isEntry(unit: string): boolean {
  if (/^[•·▪■◦‣●*–—-]\s+\S/u.test(unit) || /\S\s*\|\s*\S.*\|\s*\S/u.test(unit)) return true;
  const isHour = isHourOfEntry(unit);
  return !isStamp(unit) && (isHour || (countWords(unit) > 2 && startsWithTime(unit)));
}

/** “20:30 Quay closed”, or “8:45 p.m.” in a line of its own. */
function isHourOfEntry(unit: string): boolean {
  return /^\d{1,2}[:.]\d\d\s+\p{Lu}\p{Ll}|^\d{1,2}(?:[:.]\d\d)?\s?[ap]\.?m\.?$/u.test(unit);
}

/** A subheading, a caption or a link: a few words that end like no sentence. */
function isCaption(unit: string): boolean {
  return countWords(unit) <= 12 && !/[.!?…:,;"”’»)\]]$/.test(unit);
}

/** A line that says when the article appeared or was changed, in whatever language. */
function isStamp(unit: string): boolean {
  if (/^(?:(?:first |last )?(?:published|posted|updated|modified)|date)\b/i.test(unit))
    return !/[.!?…]["”’»)\]]*$/.test(unit);
  if (countWords(unit) > 12) return false;
  const [date] = findFullDates(unit);
  // “Publié le 11 mai 2024 à 8h”: a label of three words at most in front, a time and a zone behind.
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
  // What follows a stroke, a dot or a date is no name.
  const name = written
    ?.split(
      /\s*[|•·–—]\s*|\s+-\s+|,?\s+(?=\d)|,\s*(?=(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)/i,
    )[0]
    ?.replace(/[,.\s]+$/, '');
  return name && /^[\p{Lu}\p{Lo}]/u.test(name) && countWords(name) <= 10 && countWords(unit) <= 30
    ? name
    : null;
}

// “Par Léa Morin et Paul Girard”, “Von Karin Holm, Porto Velho”; “Von Kiel nach Oslo” is none.
const foreignByline =
  /^(?:Par|Von|Por|بقلم)(?: |: ?)((?:[\p{Lu}\p{Lo}][\p{L}\p{M}.’'-]*(?: (?:von|van|de|del|la|al|et|und|y) | ?, |(?: |$)))+(?:[•|–—-].*|\d.*)?)$/u;

/** A line that says where and perhaps when: “PORTO VELHO, 11 May 2024”. */
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
  // “Porto Velho (The Harbour Post)”, “Porto Velho, May 11”: names alone, and what belongs to them.
  return /^\p{Lu}[\p{L}'’.-]*(?: (?:\p{Lu}|al-|el-|de |da |do )[\p{L}'’.-]*){0,3}(?:\s*\([^)]+\)|,\s*(?:\p{Lu}\p{Ll}{2,8}\.? \d{1,2}|\d{1,2} \p{Lu}\p{Ll}{2,8}))$/u.test(
    part.trim(),
  );
}

function isAllCapitals(text: string): boolean {
  return /\p{Lu}{2}/u.test(text) && !/\p{Ll}/u.test(text);
}
