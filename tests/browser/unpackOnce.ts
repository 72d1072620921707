import { findChromium } from './launchBrowser.ts';

/** Unpacks the browser that npm brought before the files of tests start: two at once would run a file that one still writes. */
export default async function unpackOnce(): Promise<void> {
  await findChromium(process.env);
}
