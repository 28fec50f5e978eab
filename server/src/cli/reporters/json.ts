import type { Found, Reporter } from './reporter';

/** One JSON document: the sheets with their findings, then the sums. */
export function jsonReporter(): Reporter {
  let sheets = 0;
  return {
    head: () => '{"sheets":[',
    sheet: ({ shown, findings }) => {
      const separator = sheets++ === 0 ? '\n' : ',\n';
      return separator + JSON.stringify({ file: shown, findings: findings.map(plain) });
    },
    tail: ({ sheets: checked, sheetsWithFindings, counts, unchecked }) => {
      const summary = { sheets: checked, sheetsWithFindings, ...counts };
      const unread = unchecked.map(({ shown, failure }) => ({ file: shown, failure }));
      return `\n],"unread":${JSON.stringify(unread)},"summary":${JSON.stringify(summary)}}\n`;
    },
  };
}

function plain({ related, ...found }: Found) {
  return {
    ...found,
    related: related.map(({ elsewhere, ...place }) => ({
      ...(elsewhere && { file: elsewhere.shown }),
      ...place,
    })),
  };
}
