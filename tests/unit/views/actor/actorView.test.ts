import { describe, expect, test } from 'vitest';
import { viewActor, viewActors } from '../../../../src/views/actor/actorView.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

const day = 'id: a\ndate: 2024-05-10';

describe('viewActor(actor, context)', () => {
  test('separates what an actor did and said from what others claim about it', () => {
    const text = `${createDigest([`${day}\nactors: ana-brandt`, 'id: b\ndate: 2024-05-11'])}
The mayor’s aide named Ana Brandt.

> “It will open.”
> — Ana Brandt, on the quay

\`\`\`claim
by: ana-brandt
on: Who ordered it
says: The police did.
\`\`\`

\`\`\`claim
about: actor:ana-brandt
on: What she is called
answer: the mayor
says: She is the mayor.
\`\`\`
`;
    const context = createViewContext({ a: text });
    const ana = context.archive.actorById.get('ana-brandt')!;
    const page = viewActor(ana, context);
    expect(page.events.cards.map(({ id }) => id)).toEqual(['a']);
    expect(page.mentionedIn.cards.map(({ id }) => id)).toEqual(['b']);
    expect(page.statements).toMatchObject([
      { exact: true, text: 'It will open.', where: 'on the quay', event: { id: 'b' } },
      { exact: false, text: 'The police did.', on: 'Who ordered it', date: '11 May 2024' },
    ]);
    expect(page.points.rows.map(({ on }) => on)).toEqual(['What she is called']);
  });

  test('lists each event with the sentence that names the actor', () => {
    const text = createDigest([`${day}\nactors: harbour-police`]).replace(
      'It happened.',
      'Boats came at 3 p.m. from the north.\n\n- One sank. The mayor’s aide, Ana Brandt, saw it. Nobody was hurt.\n- Ana Brandt left.',
    );
    const context = createViewContext({ a: text });
    const [event] = viewActor(context.archive.actorById.get('ana-brandt')!, context).mentionedIn
      .cards;
    expect(event?.summary).toBe('The mayor’s aide, Ana Brandt, saw it.');
  });

  test('leaves the actor out of the names beside its events, and starts them with a capital', () => {
    const context = createViewContext(
      { a: createDigest([`${day}\nactors: ana-brandt, watchman`]) },
      { 'actors/watchman.md': '---\nname: The watchman\nkind: person\n---\n' },
    );
    const named = (id: string) =>
      viewActor(context.archive.actorById.get(id)!, context).events.cards.map(({ actors }) =>
        actors.map(({ name }) => name),
      );
    expect(named('ana-brandt')).toEqual([['The watchman']]);
    expect(named('watchman')).toEqual([['Ana Brandt']]);
  });

  test('counts an actor’s companions, most frequent first', () => {
    const context = createViewContext({
      a: createDigest([
        `${day}\nactors: ana-brandt, city-hall`,
        'id: b\ndate: 2024-05-11\nactors: ana-brandt, harbour-police, city-hall',
      ]),
    });
    const { companions } = viewActor(context.archive.actorById.get('ana-brandt')!, context);
    expect(companions.map(({ id, events }) => `${id} ${events}`)).toEqual([
      'city-hall 2',
      'harbour-police 1',
    ]);
  });

  test('states that events only mention an actor', () => {
    const text = createDigest([`${day}\nactors: harbour-police`]);
    const context = createViewContext({ a: text.replace('It happened.', 'Ana Brandt saw it.') });
    const notes = new Map(
      viewActors(context).groups.flatMap(({ actors }) => actors.map((one) => [one.id, one.notes])),
    );
    expect(notes.get('ana-brandt')?.at(-1)).toBe('mentioned in one event');
    expect(notes.get('harbour-police')?.at(-1)).toBe('one event');
    expect(notes.get('city-hall')?.at(-1)).toBe('no events');
  });

  test('lists actors by the groups of the site, in its order', () => {
    const context = createViewContext({ a: createDigest([day]) });
    expect(
      viewActors(context).groups.map(
        ({ name, actors }) => `${name ?? '-'}: ${actors.map(({ id }) => id).join(' ')}`,
      ),
    ).toEqual(['The port: harbour-police', 'The city: ana-brandt city-hall']);
  });
});
