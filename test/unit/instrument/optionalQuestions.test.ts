import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { readSheet } from '../../../server/src/answers';
import {
  allQuestions,
  atopInstrument,
  optionalQuestions,
  withOptionalQuestions,
} from '../../../server/src/instrument';
import { createSheetLanguageService } from '../../../server/src/service';
import { seedText } from '../support/sheets';

describe('the questions that may stay empty', () => {
  it('are the comments, where nothing else is said', () => {
    assert.deepEqual(optionalQuestions(atopInstrument), [28, 43, 57]);
    assert.equal(withOptionalQuestions(atopInstrument, [57, 28, 43]), atopInstrument);
    assert.equal(withOptionalQuestions(atopInstrument, [28, 43, 57, 57, 99]), atopInstrument);
  });

  it('can be others, which changes these questions alone', () => {
    const other = withOptionalQuestions(atopInstrument, [13, 28, 57]);
    assert.deepEqual(optionalQuestions(other), [13, 28, 57]);
    const changed = allQuestions(other).filter(question => !allQuestions(atopInstrument).includes(question));
    assert.deepEqual(
      changed.map(({ number, required }) => [number, required]),
      [
        [13, false],
        [43, true],
      ],
    );
    assert.deepEqual(
      other.sections.map((section, index) => section === atopInstrument.sections[index]),
      [false, true, false, true, true],
    );
    assert.deepEqual(optionalQuestions(atopInstrument), [28, 43, 57]);
  });

  it('can be none or all', () => {
    assert.deepEqual(optionalQuestions(withOptionalQuestions(atopInstrument, [])), []);
    const all = allQuestions(atopInstrument).map(({ number }) => number);
    assert.deepEqual(optionalQuestions(withOptionalQuestions(atopInstrument, all)), all);
  });

  it('are the same instrument when they are the same, and have their questions in common', () => {
    const other = withOptionalQuestions(atopInstrument, [13, 57]);
    assert.equal(withOptionalQuestions(atopInstrument, [57, 13, 57]), other);
    const another = withOptionalQuestions(atopInstrument, [13, 14]);
    assert.equal(allQuestions(another)[12], allQuestions(other)[12]);
  });
});

describe('a sheet whose project has other optional questions', () => {
  const text = seedText();
  let optional: readonly number[] | undefined;
  const service = createSheetLanguageService({
    optionalQuestions: () => optional,
    today: () => '2026-01-31',
  });
  const document = TextDocument.create('file:///4765.atop', 'atop', 1, text);
  const place = (number: number) => {
    const answer = readSheet(text, atopInstrument).answerTo(number);
    assert.ok(answer);
    return document.positionAt(answer.node.start).line;
  };
  const missing = () =>
    service
      .diagnostics(document)
      .filter(({ code }) => code === 'missing-answer')
      .map(({ range }) => range.start.line);
  const counts = () => {
    const { letters, open, answered } = service.summarize(document);
    const progress = service.progress(document);
    assert.equal(progress?.open, open);
    assert.equal(progress.answered, answered);
    return { open, unanswered: progress.unanswered.map(({ number }) => number), letter: letters[27] };
  };

  it('goes by them in its findings, its counts and its open questions, and by the usual ones again', () => {
    optional = undefined;
    assert.deepEqual(missing(), [place(13)]);
    assert.deepEqual(counts(), { open: 1, unanswered: [13], letter: '-' });
    optional = [43, 57];
    assert.deepEqual(missing(), [place(13), place(28)]);
    assert.deepEqual(counts(), { open: 2, unanswered: [13, 28], letter: 'o' });
    optional = [13, 28];
    assert.ok(!missing().includes(place(13)) && !missing().includes(place(28)));
    assert.equal(counts().letter, '-');
    optional = undefined;
    assert.deepEqual(missing(), [place(13)]);
    assert.deepEqual(counts(), { open: 1, unanswered: [13], letter: '-' });
  });

  it('can be compared with one whose project has the usual ones', () => {
    const other = TextDocument.create('file:///other/4765.atop', 'atop', 1, text);
    const mixed = createSheetLanguageService({
      optionalQuestions: uri => (uri === other.uri ? [13] : undefined),
    });
    assert.deepEqual(mixed.alignSheets(document, other), service.alignSheets(document, other));
    const figures = (from: typeof service) =>
      from.compareCoders([from.codeSheet(document)], [from.codeSheet(other)]);
    optional = undefined;
    assert.deepEqual(figures(mixed), figures(service));
  });
});
