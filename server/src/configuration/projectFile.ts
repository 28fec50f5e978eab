import { distance } from 'fastest-levenshtein';
import { parseTree, printParseErrorCode, type Node, type ParseError } from 'jsonc-parser';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { atopInstrument, questionByNumber } from '../instrument';
import { rules, type RuleId, type RuleSeverities, type Severity } from '../rules';

/** The file that sets a project's severities, its optional questions and what is left out, for the editor and the command line alike. */
export const PROJECT_FILE = 'atop-sheets.json';

/** What a project file says. */
export interface ProjectSettings {
  /** Rules that are not named go by what else is set, or keep their own severities. */
  readonly severities: RuleSeverities;
  /** Patterns as in a `.gitignore`, relative to the file's folder: sheets that are left out. */
  readonly ignore: readonly string[];
  /** The numbers of the questions that may stay empty, where the project says which. */
  readonly optionalQuestions?: readonly number[];
}

export const NO_PROJECT_SETTINGS: ProjectSettings = { severities: {}, ignore: [] };

/** Something in a project file that cannot be meant. */
export interface ProjectFileProblem {
  /** A sentence that says what is wrong and what is expected. */
  readonly message: string;
  /** Where it stands, as offsets, and as a line and column counted from 1. */
  readonly start: number;
  readonly end: number;
  readonly line: number;
  readonly column: number;
}

export interface ProjectFileReading {
  /** What can be used of it, also where there are problems. */
  readonly settings: ProjectSettings;
  readonly problems: readonly ProjectFileProblem[];
}

const SEVERITIES: readonly (Severity | 'off')[] = ['error', 'warning', 'information', 'hint', 'off'];
const SEVERITY_VALUES: readonly string[] = [...SEVERITIES, 'default'];
const RULE_IDS: readonly RuleId[] = rules.map(({ id }) => id);
const KEYS = ['$schema', 'severity', 'optionalQuestions', 'ignore'];

/** Reads the text of a project file: JSON, in which comments and trailing commas may stand. Never throws. */
export function readProjectFile(text: string): ProjectFileReading {
  const document = TextDocument.create('', 'json', 0, text);
  const problems: ProjectFileProblem[] = [];
  const report = (message: string, start: number, end: number): void => {
    const { line, character } = document.positionAt(start);
    problems.push({ message, start, end, line: line + 1, column: character + 1 });
  };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { allowTrailingComma: true });
  for (const { error, offset, length } of errors.slice(0, 1)) {
    report(`This is not JSON: ${wordsOf(printParseErrorCode(error))}.`, offset, offset + length);
  }
  const reader = new Reader(report);
  const severities: Partial<Record<RuleId, Severity | 'off'>> = {};
  let ignore: readonly string[] = [];
  let optional: readonly number[] | undefined;
  for (const { key, keyNode, value } of reader.properties(
    root,
    'The file has to hold one object: {"severity": {}, "ignore": []}.',
  )) {
    if (key === 'severity') Object.assign(severities, reader.severities(value));
    else if (key === 'optionalQuestions') optional = reader.questions(value);
    else if (key === 'ignore') ignore = reader.patterns(value);
    else if (key === '$schema')
      reader.expectString(value, 'The address of a schema is expected here, in quotes.');
    else reader.unknown('key', key, keyNode, KEYS);
  }
  const settings = { severities, ignore, ...(optional && { optionalQuestions: optional }) };
  return { settings, problems };
}

/** `PropertyNameExpected` as words. */
function wordsOf(code: string): string {
  return code.replace(/(?<=[a-z])(?=[A-Z])/g, ' ').toLowerCase();
}

interface Property {
  readonly key: string;
  readonly keyNode: Node;
  readonly value: Node | undefined;
}

/** Reads the parts of the tree and reports what they should not be. */
class Reader {
  constructor(private readonly report: (message: string, start: number, end: number) => void) {}

  properties(node: Node | undefined, expected: string): Property[] {
    if (!node) return [];
    if (node.type !== 'object') {
      this.at(node, expected);
      return [];
    }
    return (node.children ?? []).flatMap(({ children = [] }) => {
      const [keyNode, value] = children;
      return keyNode ? [{ key: String(keyNode.value), keyNode, value }] : [];
    });
  }

  severities(node: Node | undefined): Partial<Record<RuleId, Severity | 'off'>> {
    const found: Partial<Record<RuleId, Severity | 'off'>> = {};
    const expected = 'Rules and their severities are expected here: {"missing-answer": "error"}.';
    for (const { key, keyNode, value } of this.properties(node, expected)) {
      const rule = rules.find(({ id }) => id === key);
      if (!rule) this.unknown('rule', key, keyNode, RULE_IDS);
      const given: unknown = value?.value;
      const severity = given === 'default' ? rule?.severity : SEVERITIES.find(known => known === given);
      if (rule && severity) found[rule.id] = severity;
      if (value && !severity && given !== 'default')
        this.at(value, `A severity is expected here: ${listOf(SEVERITY_VALUES)}.`);
    }
    return found;
  }

  patterns(node: Node | undefined): string[] {
    const isPattern = (value: unknown): value is string => typeof value === 'string' && value.trim() !== '';
    const expected = 'Patterns of files are expected here: ["drafts/", "*.old.atop"].';
    return this.list(node, isPattern, expected) ?? [];
  }

  /** `undefined` for what is no list, which says nothing of any question. */
  questions(node: Node | undefined): number[] | undefined {
    return this.list(node, isQuestion, 'Numbers of questions, 1 to 61, are expected here: [28, 43, 57].');
  }

  /** What is of the form expected in a list; `undefined` for what is no list. */
  private list<T>(
    node: Node | undefined,
    isEntry: (value: unknown) => value is T,
    expected: string,
  ): T[] | undefined {
    if (!node) return undefined;
    if (node.type !== 'array') {
      this.at(node, expected);
      return undefined;
    }
    return (node.children ?? []).flatMap(child => {
      const entry: unknown = child.value;
      if (isEntry(entry)) return [entry];
      this.at(child, expected);
      return [];
    });
  }

  expectString(node: Node | undefined, expected: string): void {
    if (node && node.type !== 'string') this.at(node, expected);
  }

  unknown(what: 'key' | 'rule', name: string, node: Node, known: readonly string[]): void {
    const nearest = nearestOf(name, known);
    const hint = nearest === undefined ? `known are ${listOf(known)}` : `did you mean “${nearest}”?`;
    this.at(node, `“${name}” is no ${what} that is known here; ${hint}${nearest === undefined ? '.' : ''}`);
  }

  private at(node: Node, message: string): void {
    this.report(message, node.offset, node.offset + node.length);
  }
}

function isQuestion(value: unknown): value is number {
  return typeof value === 'number' && questionByNumber(atopInstrument, value) !== undefined;
}

function nearestOf(name: string, known: readonly string[]): string | undefined {
  const near = known
    .map(candidate => ({ candidate, cost: distance(name.toLowerCase(), candidate) }))
    .filter(({ candidate, cost }) => cost <= Math.max(2, Math.floor(candidate.length / 3)))
    .sort((a, b) => a.cost - b.cost);
  return near[0]?.candidate;
}

function listOf(names: readonly string[]): string {
  return names.map(name => `“${name}”`).join(', ');
}
