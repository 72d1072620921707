import { createId, createNameId } from '../draft/createId.ts';
import { checkAnswer, questions, type NewKind, type Question } from '../draft/newFile.ts';
import type { Known } from '../draft/known.ts';
import { actorKinds, certainties } from '../model/drafts.ts';
import { Refusal } from '../problems/refusal.ts';
import type { CommandEffects } from './commandEffects.ts';
import type { PromptQuestion } from './askAtTerminal.ts';

/** An editor's answers about a new file, by front matter key. */
export type Answers = Readonly<Record<string, string | undefined>>;

/** Creates a file that an editor wants to choose, and returns its id. */
export type MakeSource = () => Promise<string>;

/** Represents a new source among the choices; no id looks like it. */
const newSource = '+';

/**
 * Returns the values from the flags and, at a terminal, an editor's answers to what they leave out. `known`
 * provides the choices; `makeSource` creates a source that is not among them.
 */
export async function askAll(
  kind: NewKind,
  flags: Answers,
  known: Known,
  effects: CommandEffects,
  makeSource?: MakeSource,
): Promise<Answers> {
  const answers: Record<string, string | undefined> = {};
  for (const question of questions[kind]) {
    const given = flags[question.key];
    answers[question.key] =
      given ??
      (question.ask === null
        ? undefined
        : await askOne(kind, question, known, effects, makeSource));
  }
  return answers;
}

async function askOne(
  kind: NewKind,
  question: Question,
  known: Known,
  effects: CommandEffects,
  makeSource: MakeSource | undefined,
): Promise<string | undefined> {
  if (!effects.isInteractive) return question.initial;
  const choices = listChoices(question, known);
  const offersSource = question.choices === 'sources' && makeSource !== undefined;
  // There is nothing to choose from, and a group has to be one of the site's.
  if (question.choices !== undefined && choices?.length === 0 && !offersSource) {
    if (!question.isRequired) return undefined;
    throw new Refusal(`There is no ${question.key} yet: npm run new -- ${question.key} adds one.`);
  }
  const given = await answer(effects, {
    words: question.ask ?? question.key,
    isRequired: question.isRequired,
    initial: question.key === 'time-zone' ? effects.zone : question.initial,
    choices: offersSource
      ? [...(choices ?? []), { value: newSource, label: 'a new one: create it now' }]
      : choices,
    check: (text) => checkAnswer(kind, question, text),
  });
  return offersSource && given === newSource ? makeSource() : given;
}

/**
 * Returns the id from the flags, or at a terminal the one that the editor confirms, or else the one derived
 * from the name. Throws a Refusal if the name does not make a valid id.
 */
export async function askId(
  answers: Answers,
  flags: Answers,
  effects: CommandEffects,
  refuseId: (id: string) => string | undefined,
): Promise<string> {
  if (flags.id !== undefined) return flags.id;
  const name = answers.title ?? answers.name ?? '';
  const suggested = answers.title === undefined ? createNameId(name) : createId(name);
  if (effects.isInteractive)
    return answer(effects, {
      words: `Under which id${answers.name === undefined ? '' : ` (${name})`}? It becomes a permanent part of the address.`,
      isRequired: true,
      initial: suggested ?? undefined,
      check: refuseId,
    });
  if (suggested === null)
    throw new Refusal(
      `No id can be made from "${name}": give one with --id, in lower-case words joined by hyphens.`,
    );
  const expected = refuseId(suggested);
  if (expected !== undefined)
    throw new Refusal(
      `Unexpected id "${suggested}", expected ${expected}. Give another with --id.`,
    );
  return suggested;
}

/** Returns the id of the event that an editor rules on. */
export async function askEventId(
  flags: Answers,
  known: Known,
  effects: CommandEffects,
  refuseId: (id: string) => string | undefined,
): Promise<string> {
  if (flags.id !== undefined) return flags.id;
  const choices = known.events
    .filter(({ id }) => refuseId(id) === undefined)
    .map(({ id, title, when }) => ({ value: id, label: `${id} (${when.date.written}: ${title})` }));
  return answer(effects, {
    words: 'Which event is the ruling about?',
    isRequired: true,
    choices,
    check: refuseId,
  });
}

/** Returns an editor's answer. Throws a Refusal if the editor cancels. */
export async function answer(effects: CommandEffects, question: PromptQuestion): Promise<string> {
  const given = await effects.ask(question);
  if (given === null) throw new Refusal('Cancelled. Nothing was written.');
  return given;
}

function listChoices({ choices }: Question, known: Known): PromptQuestion['choices'] {
  const plain = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
  const named = (files: Known['sources']) =>
    files.map(({ id, name }) => ({ value: id, label: name }));
  const all = {
    sources: named(known.sources),
    places: named(known.places),
    groups: plain(known.groups),
    'actor-kinds': plain(actorKinds),
    certainties: plain(certainties),
  };
  return choices && all[choices];
}
