import { describe, expect, test } from 'vitest';
import { viewEmbeddedDay } from '../../../../src/views/sharing/embedView.ts';
import { createDigest, createViewContext } from '../../createViewContext.ts';

function viewDay(day: string, events: readonly string[]) {
  const context = createViewContext({ post: createDigest(events) });
  return viewEmbeddedDay(day, context);
}

describe('viewEmbeddedDay(day, context)', () => {
  test('has counted events with only their hour, then possible ones with their doubt', () => {
    const card = viewDay('2024-05-10', [
      'id: bells\ndate: 2024-05-10',
      'id: sirens\ndate: 2024-05-10\ntime: 20:30\ncertainty: purported',
      'id: horns\ndate: 2024-05-1X',
      'id: drums\ndate: [2024-05-10,2024-05-11]',
      'id: march\ndate: 2024-05-09/2024-05-12',
    ]);
    expect(card).toMatchObject({
      name: '10 May 2024',
      note: '2 events, 1 possible',
      url: '/2024/05/10/',
      isDated: true,
    });
    expect(card.events.map(({ name, date }) => [name, date?.label ?? null])).toEqual([
      ['bells', null],
      ['sirens (unverified)', '20:30'],
      ['march', 'from 9 to 12 May 2024'],
      ['drums', '10 or 11 May 2024'],
    ]);
  });

  test('stays small however much happened, and states if a correction has emptied the day', () => {
    const many = Array.from({ length: 30 }, (_, index) => `id: e${index}\ndate: 2024-05-10`);
    expect(viewDay('2024-05-10', many).events).toHaveLength(8);
    const emptied = viewDay('2024-05-20', many);
    expect(emptied).toMatchObject({ events: [], note: null, isDated: false });
    expect(emptied.none).toMatch(/now dated/);
  });
});
