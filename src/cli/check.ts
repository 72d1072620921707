import { loadArchive } from '../collections/loadArchive.ts';
import { getContentFolder } from '../collections/contentFolder.ts';
import { readContent } from '../collections/readContent.ts';
import { hasErrors } from '../problems/problem.ts';
import { renderReport } from '../problems/report.ts';

const folder = getContentFolder(process.env);
const { problems, filesRead } = loadArchive(readContent(folder), folder);
console.log(renderReport(problems, filesRead));
process.exitCode = hasErrors(problems) ? 1 : 0;
