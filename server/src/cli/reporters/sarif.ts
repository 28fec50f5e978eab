import { isAbsolute } from 'node:path';
import { pathToFileURL } from 'node:url';
import { SarifResultBuilder } from 'node-sarif-builder/dist/lib/sarif-result-builder';
import { SarifRuleBuilder } from 'node-sarif-builder/dist/lib/sarif-rule-builder';
import { SarifRunBuilder } from 'node-sarif-builder/dist/lib/sarif-run-builder';
import type { Log, ReportingDescriptor, Result, Run } from 'sarif';
import { rules, type Severity } from '../../rules';
import type { CheckSummary, Found, FoundRange, RelatedPlace, Reporter } from './reporter';

const LEVELS: Readonly<Record<Severity, 'error' | 'warning' | 'note'>> = {
  error: 'error',
  warning: 'warning',
  information: 'note',
  hint: 'note',
};

/**
 * SARIF 2.1.0, the form in which code scanning takes findings. A log is one object; its results are
 * written as they come, between the two halves of the log that holds none.
 */
export function sarifReporter(version: string): Reporter {
  let results = 0;
  return {
    head: () => halves(version).head,
    sheet: ({ path, shown, findings }) =>
      findings
        .map(found => {
          const separator = results++ === 0 ? '\n' : ',\n';
          return separator + JSON.stringify(resultOf(found, artifactUri(path, shown)));
        })
        .join(''),
    tail: summary => halves(version, summary).tail,
  };
}

const NO_RESULTS = '"results":[]';

function halves(version: string, summary?: CheckSummary): { readonly head: string; readonly tail: string } {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [runOf(version, summary)],
  };
  const text = JSON.stringify(log);
  const at = text.indexOf(NO_RESULTS) + NO_RESULTS.length - 1;
  return { head: text.slice(0, at), tail: `\n${text.slice(at)}\n` };
}

function runOf(version: string, summary?: CheckSummary): Run {
  const builder = new SarifRunBuilder().initSimple({
    toolDriverName: 'atop-sheets',
    toolDriverVersion: version,
  });
  for (const { id, severity } of rules) {
    const rule = new SarifRuleBuilder().initSimple({ ruleId: id, shortDescriptionText: titleOf(id) });
    const descriptor: ReportingDescriptor = rule.rule;
    descriptor.defaultConfiguration = { level: LEVELS[severity] };
    builder.addRule(rule);
  }
  const { results, ...run } = builder.run;
  const unchecked = summary?.unchecked ?? [];
  return {
    ...run,
    columnKind: 'utf16CodeUnits',
    results: results ?? [],
    // Behind the results, as only the end knows it.
    ...(summary && {
      invocations: [
        {
          executionSuccessful: unchecked.length === 0,
          ...(unchecked.length > 0 && {
            toolExecutionNotifications: unchecked.map(({ path, shown, failure }) => ({
              level: 'error' as const,
              message: { text: failure },
              locations: [{ physicalLocation: { artifactLocation: { uri: artifactUri(path, shown) } } }],
            })),
          }),
        },
      ],
    }),
  };
}

/** `missing-answer` as `Missing answer`. */
function titleOf(id: string): string {
  const words = id.replaceAll('-', ' ').replace(/\bcow\b/, 'COW');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function resultOf({ rule, severity, message, related, ...range }: Found, uri: string): Result {
  const builder = new SarifResultBuilder({ ruleIndex: rules.findIndex(({ id }) => id === rule) }).initSimple({
    ruleId: rule,
    level: LEVELS[severity],
    messageText: message,
  });
  builder.setLocationArtifactUri({ uri });
  builder.setLocationRegion(regionOf(range));
  const { result } = builder;
  if (related.length > 0) {
    result.relatedLocations = related.map(place => ({
      message: { text: place.message },
      physicalLocation: { artifactLocation: { uri: uriOf(place) ?? uri }, region: regionOf(place) },
    }));
  }
  return result;
}

function uriOf({ elsewhere }: RelatedPlace): string | undefined {
  return elsewhere && artifactUri(elsewhere.path, elsewhere.shown);
}

function regionOf({ start, end }: FoundRange) {
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

/** Relative to the working folder, where the file lies within. */
function artifactUri(path: string, shown: string): string {
  if (isAbsolute(shown)) return pathToFileURL(path).href;
  return shown.split(/[\\/]/).map(encodeURIComponent).join('/');
}
