import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../../', import.meta.url));

/** A running command of ours: where its site is, and how to stop it. */
export interface Running {
  readonly address: string;
  stop(): Promise<void>;
}

/** Runs `npm start` or `npm run dev` as a user would, and waits for the line that says where the site is. Throws with what it printed when it ends instead. */
export async function startSite(
  command: 'start' | 'dev',
  env: Readonly<Record<string, string>>,
): Promise<Running> {
  const { PATH = '', HOME = '' } = process.env;
  const child = spawn(process.execPath, [join(root, 'src', 'cli', `${command}.ts`)], {
    cwd: root,
    env: { PATH, HOME, ...env },
  });
  let printed = '';
  const ended = once(child, 'exit');
  const address = new Promise<string>((resolve, reject) => {
    const read = (data: Buffer): void => {
      printed += data.toString();
      const found = /^Dateline is at (\S+)\n$/m.exec(printed)?.[1];
      if (found) resolve(found);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('exit', () => {
      reject(new Error(`${command} ended:\n${printed}`));
    });
  });
  return {
    address: await address,
    stop: async () => {
      child.kill();
      await ended;
    },
  };
}
