import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { chromium, type Browser } from 'playwright-core';

const installed = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

// Our own flags alone: those that @sparticuz/chromium proposes (single process) close the page with its context.
const flags = [
  '--no-sandbox',
  '--no-zygote',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

/** Starts a headless Chromium: `CHROMIUM_PATH`, else an installed one, else the one that npm brought. Throws when none starts. */
export async function launchBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: await findChromium(process.env), args: flags });
}

/** Returns the path of the Chromium to start. */
export async function findChromium(
  env: NodeJS.ProcessEnv,
  paths: readonly string[] = installed,
): Promise<string> {
  if (env.CHROMIUM_PATH) return env.CHROMIUM_PATH;
  const found = paths.find((path) => existsSync(path));
  if (found) return found;
  // On a bare Linux the libraries a browser needs come with the package, if it is told before it is imported.
  if (process.platform === 'linux' && !hasLibrary('libnss3.so'))
    process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x';
  const { default: packaged } = await import('@sparticuz/chromium');
  return packaged.executablePath();
}

function hasLibrary(name: string): boolean {
  return spawnSync('/sbin/ldconfig', ['-p'], { encoding: 'utf8' }).stdout.includes(name);
}
