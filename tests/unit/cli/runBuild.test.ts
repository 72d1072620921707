import { describe, expect, test } from 'vitest';
import { createProgressReporter } from '../../../src/cli/runBuild.ts';

/** Returns a reporter with a manual clock, and its output. */
function start(isTTY: boolean | undefined) {
  const printed: string[] = [];
  let now = 1000;
  const out = {
    ...(isTTY === undefined ? {} : { isTTY }),
    write: (text: string) => printed.push(text),
  };
  const watch = createProgressReporter(() => now, out);
  return {
    watch,
    printed,
    wait: (ms: number) => {
      now += ms;
    },
  };
}

const clear = '\r\u001B[K';

describe('watchBuild(clock, out)', () => {
  test('is silent for two seconds, then shows its progress and the remaining time', () => {
    const { watch, printed, wait } = start(true);
    watch.onStep('read');
    wait(1000);
    watch.onStep('render');
    wait(999);
    watch.onPage(10, 100);
    expect(printed).toEqual([]);
    wait(1);
    // Twenty pages took one second: eighty take four.
    watch.onPage(20, 100);
    expect(printed).toEqual([`${clear}Page 20 of 100, about 4 s left`]);
  });

  test('updates at most five times a second', () => {
    const { watch, printed, wait } = start(true);
    watch.onStep('render');
    wait(3000);
    for (let page = 1; page <= 50; page += 1) {
      watch.onPage(page, 100);
      wait(10);
    }
    expect(printed).toHaveLength(3);
  });

  test('leaves an empty line at the end', () => {
    const { watch, printed, wait } = start(true);
    watch.onStep('render');
    wait(3000);
    watch.onPage(99, 100);
    wait(500);
    watch.onPage(100, 100);
    expect(printed).toEqual([`${clear}Page 99 of 100, about 1 s left`, clear]);
  });

  test('prints nothing for a build that finishes earlier', () => {
    const { watch, printed, wait } = start(true);
    watch.onStep('render');
    wait(500);
    watch.onPage(100, 100);
    expect(printed).toEqual([]);
  });

  test.each([[false], [undefined]])('is silent if isTTY is %s', (isTTY) => {
    const { watch, printed, wait } = start(isTTY);
    watch.onStep('render');
    wait(60_000);
    watch.onPage(1, 100);
    watch.onPage(100, 100);
    expect(printed).toEqual([]);
  });

  test('measures how long each step took, and the last one so far', () => {
    const { watch, wait } = start(false);
    watch.onStep('read');
    wait(300);
    watch.onStep('render');
    wait(700);
    expect([...watch.getSteps()]).toEqual([
      ['read', 300],
      ['render', 700],
    ]);
  });
});
