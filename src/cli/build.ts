import { buildSite } from '../build/buildSite.ts';
import { BuildRefusal } from '../build/generations.ts';
import { getBuildSettings } from '../build/settings.ts';
import { disk } from '../collections/readContent.ts';
import { renderReport } from '../problems/report.ts';

/** Builds the site and says so; gives whether it did. Problems are printed, and with an error the old site stays. */
export async function runBuild(): Promise<boolean> {
  const settings = getBuildSettings(process.env, process.cwd());
  try {
    const result = await buildSite(settings, disk);
    const report = renderReport(result.problems, result.filesRead);
    if (result.type === 'refused') {
      console.error(report);
      return false;
    }
    const { written, kept, removed } = result.difference;
    console.log(report);
    console.log(
      `Built ${settings.out}: ${written} files written, ${kept} unchanged, ${removed} removed.`,
    );
    return true;
  } catch (error) {
    if (!(error instanceof BuildRefusal)) throw error;
    console.error(error.message);
    return false;
  }
}

if (import.meta.main) process.exitCode = (await runBuild()) ? 0 : 1;
