import { jsonText } from '../client/cli/terminal-text.ts';
import { examine, type Given } from './doctor.ts';
import type { Finding } from './finding.ts';
import { isWell, lineOf, summary } from './report.ts';

/**
 * Checks a deployment and prints what is found, line by line or as one JSON document.
 * @returns whether all that was checked is well
 */
export const report = async (
  given: Given,
  json: boolean | undefined,
  print: (line: string) => void,
): Promise<boolean> => {
  const findings: Finding[] = [];
  for await (const finding of examine(given)) {
    findings.push(finding);
    if (!json) print(lineOf(finding));
  }
  const well = isWell(findings);
  const { origin: url } = given.site.url;
  print(json ? jsonText({ url, well, findings }, 2) : summary(findings));
  return well;
};
