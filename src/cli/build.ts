import { buildSite, type BuildResult, type FreshAddresses } from '../build/buildSite.ts';
import { BuildRefusal } from '../build/generations.ts';
import { getBuildSettings } from '../build/settings.ts';
import { disk } from '../collections/readContent.ts';
import { renderReport } from '../problems/report.ts';

/**
 * Builds the site and says so; gives how it ended, null where it could not begin. Problems are printed, and
 * with an error the old site stays.
 */
export async function runBuild(freshAddresses: FreshAddresses): Promise<BuildResult | null> {
  const settings = getBuildSettings(process.env, process.cwd());
  try {
    const result = await buildSite(settings, disk, freshAddresses);
    const report = renderReport(result.problems, result.filesRead);
    if (result.type === 'refused') {
      console.error(report);
      return result;
    }
    console.log(report);
    if (result.type === 'unchanged') {
      console.log(`Nothing has changed: ${settings.out} is as it was built.`);
      return result;
    }
    const { written, kept, removed } = result.difference;
    console.log(
      `Built ${settings.out}: ${written} files written, ${kept} unchanged, ${removed} removed.`,
    );
    return result;
  } catch (error) {
    if (!(error instanceof BuildRefusal)) throw error;
    console.error(error.message);
    return null;
  }
}

if (import.meta.main) {
  // What a machine deploys must be listed first: an address that is out is out for ever.
  const result = await runBuild(process.env.CI === 'true' ? 'refused' : 'allowed');
  if (result && result.type !== 'refused' && result.fresh.length > 0)
    console.log(`${result.fresh.length} addresses are new: \`npm run publish\` lists them.`);
  process.exitCode = result && result.type !== 'refused' ? 0 : 1;
}
