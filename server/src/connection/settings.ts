import { atopInstrument, optionalQuestions, questionByNumber } from '../instrument';
import { rules, type RuleId, type RuleSeverities, type Severity } from '../rules';
import { DEFAULT_SETTINGS, type FormatOptions, type SheetSettings } from '../service';

/** The section of a client's configuration that holds this server's settings. */
export const SETTINGS_SECTION = 'atopSheets';

const SEVERITIES: ReadonlySet<unknown> = new Set<Severity | 'off'>([
  'error',
  'warning',
  'information',
  'hint',
  'off',
]);

/** Which sheets' diagnostics a client is given. */
export type DiagnosticsScope = 'openFiles' | 'workspace';

/** What the connection goes by, besides what the service does. */
export interface Settings extends SheetSettings {
  readonly scope: DiagnosticsScope;
  /** The numbers of the questions that may stay empty. */
  readonly optionalQuestions: readonly number[];
}

export const USUAL_SETTINGS: Settings = {
  ...DEFAULT_SETTINGS,
  scope: 'openFiles',
  optionalQuestions: optionalQuestions(atopInstrument),
};

/**
 * Reads what a client sent for the section. Whatever is not known, or not of the form expected, is
 * passed over: a slip in a settings file leaves that one setting at its default.
 */
export function readSettings(section: unknown): Settings {
  const severity = property(section, 'severity');
  const severities: Partial<Record<RuleId, Severity | 'off'>> = {};
  for (const { id } of rules) {
    const value = property(severity, id);
    if (isSeverity(value)) severities[id] = value;
  }
  return {
    severities: severities satisfies RuleSeverities,
    codeLens: {
      enabled: switchedOn(property(section, 'codeLens'), 'enabled', DEFAULT_SETTINGS.codeLens.enabled),
    },
    format: formatOptions(property(section, 'format')),
    inlayHints: {
      stateNames: switchedOn(
        property(section, 'inlayHints'),
        'stateNames',
        DEFAULT_SETTINGS.inlayHints.stateNames,
      ),
    },
    scope:
      property(property(section, 'diagnostics'), 'scope') === 'workspace'
        ? 'workspace'
        : USUAL_SETTINGS.scope,
    optionalQuestions: questionNumbers(property(section, 'optionalQuestions')),
  };
}

function property(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}

/** No sheet is printed wider. */
const MAX_WIDTH = 1000;
const DATE_FORMS: ReadonlySet<unknown> = new Set<FormatOptions['dates']>(['keep', 'written', 'iso']);

function formatOptions(group: unknown): FormatOptions {
  const width = property(group, 'width');
  const dates = property(group, 'dates');
  const usual = DEFAULT_SETTINGS.format;
  return {
    width: typeof width === 'number' && width >= 0 && width <= MAX_WIDTH ? Math.floor(width) : usual.width,
    dates: isDateForm(dates) ? dates : usual.dates,
  };
}

/** Of a list, what is no question's number is passed over. */
function questionNumbers(list: unknown): readonly number[] {
  return Array.isArray(list) ? list.filter(isQuestion) : USUAL_SETTINGS.optionalQuestions;
}

function isQuestion(value: unknown): value is number {
  return typeof value === 'number' && questionByNumber(atopInstrument, value) !== undefined;
}

function isDateForm(value: unknown): value is FormatOptions['dates'] {
  return DATE_FORMS.has(value);
}

function switchedOn(group: unknown, name: string, usual: boolean): boolean {
  const value = property(group, name);
  return typeof value === 'boolean' ? value : usual;
}

function isSeverity(value: unknown): value is Severity | 'off' {
  return SEVERITIES.has(value);
}
