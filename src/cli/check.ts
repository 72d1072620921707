import { checkContent } from '../build/checkContent.ts';
import { getContentFolder } from '../collections/contentFolder.ts';
import { disk } from '../collections/readContent.ts';
import { hasErrors } from '../problems/problem.ts';
import { renderReport } from '../problems/report.ts';

const folder = getContentFolder(process.env);
const { problems, filesRead } = checkContent(folder, disk);
console.log(renderReport(problems, filesRead));
process.exitCode = hasErrors(problems) ? 1 : 0;
