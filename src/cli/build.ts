import { buildSite } from '../build/buildSite.ts';
import { getBuildSettings } from '../build/settings.ts';
import { disk } from '../collections/readContent.ts';
import { renderReport } from '../problems/report.ts';

/** Builds the site and says so; gives whether it did. Problems are printed, and with an error the old site stays. */
export async function runBuild(): Promise<boolean> {
  const settings = getBuildSettings(process.env, process.cwd());
  const result = await buildSite(settings, disk);
  if (result.type === 'refused') {
    console.error(renderReport(result.problems, result.filesRead));
    return false;
  }
  const { written, kept, removed } = result.difference;
  console.log(renderReport(result.problems, result.filesRead));
  console.log(
    `Built ${settings.out}: ${written} files written, ${kept} unchanged, ${removed} removed.`,
  );
  return true;
}

if (import.meta.main) process.exitCode = (await runBuild()) ? 0 : 1;
