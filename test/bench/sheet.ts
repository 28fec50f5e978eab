import { readFileSync } from 'node:fs';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Position } from 'vscode-languageserver-types';
import { readSheet, type Answer } from '../../server/src/answers';
import { atopInstrument, type Question } from '../../server/src/instrument';
import { findingsOf } from '../../server/src/rules';

/** The real sheet of alliance 4765, 11 KB. The benchmark is run from the project's folder. */
export function seedText(): string {
  return readFileSync('examples/4765.atop', 'utf8');
}

type Schema = Readonly<Record<string, unknown>>;

/** A document in a peer's language with the same content as a sheet, and a schema that asks as much. */
export interface PeerSheet {
  readonly text: string;
  readonly schema: Schema;
}

/** What a question's answer is in JSON, and what a schema can demand of it. */
function peerAnswer(question: Question, answer: string): { value: string | string[]; schema: Schema } {
  switch (question.kind) {
    case 'atop-id':
      return { value: answer, schema: { type: 'string', pattern: '^\\d{4}(\\.\\d{1,2})?$' } };
    case 'cow-alliance':
      return { value: answer, schema: { type: 'string', pattern: '^(NA|\\d{1,4})$' } };
    case 'yes-no':
      return { value: answer, schema: { type: 'string', pattern: '^(Yes|No)\\b' } };
    case 'dates':
      return {
        value: answer,
        schema: { type: 'string', pattern: '([A-Z][a-z]+ \\d{1,2}, \\d{4})|^(NA|None)$' },
      };
    case 'members':
      return {
        value: answer.split('\n'),
        schema: {
          type: 'array',
          minItems: 2,
          uniqueItems: true,
          items: { type: 'string', pattern: '^\\d{1,3} \\w' },
        },
      };
    case 'values':
      return {
        value: answer.split(/\s*[\n,]\s*/),
        schema: { type: 'array', items: { enum: (question.values ?? []).map(({ text }) => text) } },
      };
    case 'text':
      return { value: answer, schema: { type: 'string' } };
  }
}

/** The seed as JSON: sections, in them the questions by their printed text, in them the answers. */
export function jsonSheet(): PeerSheet {
  const sheet = readSheet(seedText(), atopInstrument);
  const sections = atopInstrument.sections.map(({ numeral, title, questions }) => {
    const answers = questions.map(question => ({
      name: nameOf(question),
      required: question.required,
      ...peerAnswer(question, sheet.answerTo(question.number)?.text ?? ''),
    }));
    return {
      name: `SECTION ${numeral}: ${title}`,
      value: Object.fromEntries(answers.map(({ name, value }) => [name, value])),
      schema: {
        type: 'object',
        properties: Object.fromEntries(answers.map(({ name, schema }) => [name, schema])),
        required: answers.filter(({ required }) => required).map(({ name }) => name),
        additionalProperties: false,
      },
    };
  });
  return {
    text: JSON.stringify(Object.fromEntries(sections.map(({ name, value }) => [name, value])), null, 2),
    schema: {
      type: 'object',
      properties: Object.fromEntries(sections.map(({ name, schema }) => [name, schema])),
      required: sections.map(({ name }) => name),
      additionalProperties: false,
    },
  };
}

/** The same as YAML, in blocks. */
export function yamlSheet(): PeerSheet {
  const { text, schema } = jsonSheet();
  const sections = JSON.parse(text) as Record<string, Record<string, string | string[]>>;
  const lines = Object.entries(sections).flatMap(([section, answers]) => [
    `${JSON.stringify(section)}:`,
    ...Object.entries(answers).flatMap(([question, answer]) =>
      typeof answer === 'string'
        ? [`  ${JSON.stringify(question)}: ${JSON.stringify(answer)}`]
        : [`  ${JSON.stringify(question)}:`, ...answer.map(entry => `    - ${JSON.stringify(entry)}`)],
    ),
  ]);
  return { text: `${lines.join('\n')}\n`, schema };
}

function nameOf({ number, text }: Question): string {
  return `${number}. ${text}`;
}

/** A document in which a coder types a letter at the end of an answer, takes it back, and goes on to the next. */
export class TypedDocument {
  readonly document: TextDocument;
  #places: readonly Position[];
  #edits = 0;

  constructor(uri: string, languageId: string, text: string, offsets: readonly number[]) {
    this.document = TextDocument.create(uri, languageId, 1, text);
    this.#places = offsets.map(offset => this.document.positionAt(offset));
  }

  /** The next edit as an editor sends it; the document has it when this returns. */
  type(): { readonly range: { readonly start: Position; readonly end: Position }; readonly text: string } {
    const place = this.#places[(this.#edits >> 1) % this.#places.length] ?? { line: 0, character: 0 };
    const isTyped = this.#edits++ % 2 === 0;
    const end = isTyped ? place : { line: place.line, character: place.character + 1 };
    const change = { range: { start: place, end }, text: isTyped ? 'x' : '' };
    TextDocument.update(this.document, [change], this.#edits + 1);
    return change;
  }
}

/** The given answers of the seed, at whose ends the edits are made. */
export function givenAnswers(): readonly Answer[] {
  return readSheet(seedText(), atopInstrument).answers.filter(answer => answer.isGiven);
}

/** Those of them in which another letter changes nothing that is found: most letters that a coder types. */
export function proseAnswers(): readonly Answer[] {
  const text = seedText();
  const found = foundIn(text);
  return givenAnswers().filter(({ end }) => foundIn(`${text.slice(0, end)}x${text.slice(end)}`) === found);
}

function foundIn(text: string): string {
  const findings = findingsOf(readSheet(text, atopInstrument), { today: '2026-01-31' });
  return JSON.stringify(findings.map(({ rule, message }) => [rule, message]));
}

/** The end of each given answer in the peer's document: within the string that holds it. */
export function endsOfAnswers({ text }: PeerSheet): number[] {
  return givenAnswers().map(({ question }) => {
    const name = `${JSON.stringify(nameOf(question))}:`;
    const from = text.indexOf(name) + name.length;
    const opening = text.indexOf('"', from);
    const string = /"(?:[^"\\]|\\.)*/y;
    string.lastIndex = opening;
    return opening + (string.exec(text)?.[0].length ?? 0);
  });
}

/** The seed as JSON, typed in at the ends of the same answers. */
export function typedJson(): TypedDocument {
  const json = jsonSheet();
  return new TypedDocument('file:///4765.json', 'json', json.text, endsOfAnswers(json));
}

/** The real sheet, typed in at the ends of its answers, or of some of them. */
export function typedSeed(answers = givenAnswers()): TypedDocument {
  return new TypedDocument(
    'file:///4765.atop',
    'atop',
    seedText(),
    answers.map(({ end }) => end),
  );
}
