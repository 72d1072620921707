import { decisions } from '../model/drafts.ts';
import { isEventId, isId } from '../model/ids.ts';
import {
  actorFields,
  articleFields,
  placeFields,
  rulingFields,
  siteFields,
  sourceFields,
  stateOfPlayFields,
} from '../parse/fields.ts';
import { createPrompt } from '../parse/leftToWrite.ts';
import { printFrontMatter } from './frontMatterText.ts';
import { getStarter } from './starters.ts';

/** The folders of file kinds that can have several files. */
const folders = {
  article: 'articles',
  actor: 'actors',
  source: 'sources',
  place: 'places',
  event: 'events',
} as const;

/** The paths of file kinds with a single file. */
const singles = { site: 'site.md', 'state-of-play': 'state-of-play.md' } as const;

export type SingleKind = keyof typeof singles;
export type NewKind = keyof typeof folders | SingleKind;

/** The kinds of files that can be created. */
export const newKinds = [...Object.keys(folders), ...Object.keys(singles)] as readonly NewKind[];

/** Returns whether a kind has a single file without an id. */
export function isSingle(kind: NewKind): kind is SingleKind {
  return Object.hasOwn(singles, kind);
}

/** Returns the path of a new file in the content folder. */
export function getNewPath(kind: NewKind, id: string): string {
  return isSingle(kind) ? singles[kind] : `${folders[kind]}/${id}.md`;
}

/** A question about a new file: a front matter key, and the flag of the same name. */
export interface Question {
  readonly key: string;
  /** The question for an editor; null if only the flag sets it. */
  readonly ask: string | null;
  readonly isRequired: boolean;
  /** The default, which is also offered to the editor. */
  readonly initial?: string;
  /** True if the answer is a comma-separated list. */
  readonly isList: boolean;
  /** The options to choose from. */
  readonly choices?: 'sources' | 'groups' | 'places' | 'actor-kinds' | 'certainties';
}

/** The questions for each kind of file, in front matter order; the id is asked separately. */
export const questions: Readonly<Record<NewKind, readonly Question[]>> = {
  article: [
    ask('title', 'What is the article’s own title?'),
    { ...ask('source', 'Which source published it?'), choices: 'sources' },
    ask('published', 'On which day was it published (such as 2024-05-12)?'),
    option('by'),
    mayAsk('url', 'What is its address (https://…), if you know it?'),
    ...['archived', 'language', 'title-en', 'place', 'dateline', 'dating', 'updated'].map(option),
    list(option('draws-on')),
  ],
  actor: [
    ask('name', 'What is the actor’s name?'),
    { ...ask('kind', 'What is it?'), choices: 'actor-kinds' },
    mayAsk('role', 'What role did they have at the time, if any?'),
    { ...mayAsk('group', 'To which group of the site do they belong?'), choices: 'groups' },
    list(option('of')),
    list(option('leads')),
    list(mayAsk('spellings', 'How else is the name spelt (separated by commas)?')),
  ],
  source: [
    ask('name', 'What is the outlet’s name?'),
    mayAsk('kind', 'What kind of outlet is it, such as newspaper?'),
    mayAsk('about', 'What should a reader know about it, in one line?'),
    mayAsk('url', 'What is its address (https://…)?'),
    option('language'),
    list(mayAsk('spellings', 'What else is it called (separated by commas)?')),
  ],
  place: [
    ask('name', 'What is the place’s name?'),
    { ...mayAsk('within', 'Which place is it in?'), choices: 'places' },
    option('at'),
    list(mayAsk('spellings', 'How else is it spelt (separated by commas)?')),
  ],
  event: [
    option('title'),
    mayAsk('date', 'When did it happen, if the ruling decides that (such as 2024-05-12)?'),
    option('time'),
    option('place'),
    { ...option('certainty'), choices: 'certainties' },
    list(option('actors')),
    mayAsk('why', 'What is the reason for the ruling, or why does the question stay open?'),
    ...decisions.map((decision) => option(`${decision}-why`)),
    option('unknown'),
  ],
  site: [
    ask('title', 'What is the title of the site?'),
    mayAsk('tagline', 'What does it cover, in a sentence or two?'),
    { ...ask('language', 'Which language will you write in?'), initial: 'en' },
    ask('time-zone', 'In which time zone do its days begin (such as Europe/Lisbon)?'),
    mayAsk(
      'authority',
      'Which domain or email address of yours should its ids use, and since what year have you had it (such as harbour.example,2026)?',
    ),
    list(mayAsk('groups', 'Which groups do its actors belong to (separated by commas)?')),
  ],
  'state-of-play': [ask('as-of', 'As of which day does this hold?')],
};

const fields = {
  article: articleFields,
  actor: actorFields,
  source: sourceFields,
  place: placeFields,
  event: rulingFields,
  site: siteFields,
  'state-of-play': stateOfPlayFields,
};

/** Returns what was expected instead of an answer, worded to follow “expected”, or undefined if it is valid. */
export function checkAnswer(kind: NewKind, question: Question, answer: string): string | undefined {
  const shape: Readonly<Record<string, Checker>> = fields[kind];
  const value = question.isList ? splitList(answer) : answer;
  const result = shape[question.key]?.safeParse(value);
  return result?.success === false
    ? (result.error?.issues[0]?.message ?? 'another value')
    : undefined;
}

/** Returns the fault of an id for a kind, worded to follow “expected”, or undefined if it is valid. */
export function checkId(kind: NewKind, id: string): string | undefined {
  if (kind === 'event' ? isEventId(id) : isId(id)) return undefined;
  return 'lower-case words joined by hyphens, such as quay-closed';
}

/**
 * Returns the text of a new file from the answers, by key, and today's date. Unanswered keys are left out;
 * prompts for what is left to write are in the site's language (BCP 47).
 */
export function printNewFile(
  kind: NewKind,
  answers: Readonly<Record<string, string | undefined>>,
  today: string,
  language: string,
): string {
  const lines = questions[kind].flatMap(({ key, isList }) => {
    const answer = answers[key]?.trim() ?? '';
    const value = isList ? splitList(answer) : answer;
    const line = { key, value };
    // As in the guide, the day the digest was added follows the day the article was published.
    return key === 'published' ? [line, { key: 'added', value: today }] : [line];
  });
  // Writing one of these includes reviewing the accounts that day.
  const isReviewed = kind === 'event' || isSingle(kind);
  const frontMatter = printFrontMatter(
    isReviewed ? [...lines, { key: 'reviewed', value: today }] : lines,
  );
  const prompts: Readonly<Partial<Record<NewKind, readonly string[]>>> =
    getStarter(language).prompts;
  const prompt = prompts[kind];
  return prompt === undefined ? frontMatter : `${frontMatter}\n${createPrompt(...prompt)}\n`;
}

interface Checker {
  safeParse(value: unknown): {
    readonly success: boolean;
    readonly error?: { readonly issues: readonly { readonly message: string }[] };
  };
}

function splitList(answer: string): string[] {
  return answer
    .split(/[,،]/)
    .map((item) => item.trim())
    .filter((item) => item !== '');
}

function ask(key: string, words: string): Question {
  return { key, ask: words, isRequired: true, isList: false };
}

function mayAsk(key: string, words: string): Question {
  return { key, ask: words, isRequired: false, isList: false };
}

function option(key: string): Question {
  return { key, ask: null, isRequired: false, isList: false };
}

function list(question: Question): Question {
  return { ...question, isList: true };
}
