import assert from 'node:assert/strict';
import { describe, it } from 'mocha';
import {
  moveFocus,
  nameColumn,
  questionRow,
  sectionRow,
  withinGrid,
  type GridCell,
  type GridShape,
} from '../../../../client/src/panel/gridFocus';

const shape: GridShape = { rows: 100, columns: 10, sectionStarts: [0, 4, 7], pageRows: 20 };

const at = (row: number, column: number): GridCell => ({ row, column });

/** Where the keys lead, one after the other; `^` before a key stands for Ctrl. */
function after(from: GridCell, ...keys: readonly string[]): GridCell {
  return keys.reduce((cell, key) => {
    const isControl = key.startsWith('^');
    return moveFocus(cell, { key: isControl ? key.slice(1) : key, isControl }, shape) ?? cell;
  }, from);
}

describe('the focus in the grid of sheets and questions', () => {
  it('goes a cell at a time, into the heads and the names, and no further', () => {
    assert.deepEqual(after(at(5, 5), 'ArrowDown', 'ArrowRight'), at(6, 6));
    assert.deepEqual(after(at(0, 0), 'ArrowUp', 'ArrowLeft'), at(questionRow, nameColumn));
    assert.deepEqual(
      after(at(questionRow, nameColumn), 'ArrowUp', 'ArrowUp', 'ArrowLeft'),
      at(sectionRow, nameColumn),
    );
    assert.deepEqual(after(at(99, 9), 'ArrowDown', 'ArrowRight'), at(99, 9));
  });

  it('goes from section to section in the row of the sections', () => {
    assert.deepEqual(after(at(sectionRow, nameColumn), 'ArrowRight'), at(sectionRow, 0));
    assert.deepEqual(after(at(sectionRow, 2), 'ArrowRight'), at(sectionRow, 4));
    assert.deepEqual(after(at(sectionRow, 8), 'ArrowRight'), at(sectionRow, 8));
    assert.deepEqual(after(at(sectionRow, 8), 'ArrowLeft'), at(sectionRow, 4));
    assert.deepEqual(after(at(sectionRow, 2), 'ArrowLeft'), at(sectionRow, nameColumn));
  });

  it('goes a page at a time among the sheets', () => {
    assert.deepEqual(after(at(5, 3), 'PageDown'), at(25, 3));
    assert.deepEqual(after(at(25, 3), 'PageUp', 'PageUp'), at(0, 3));
    assert.deepEqual(after(at(sectionRow, 3), 'PageDown'), at(20, 3));
    assert.deepEqual(after(at(95, 3), 'PageDown'), at(99, 3));
    assert.deepEqual(after(at(questionRow, 3), 'PageUp'), at(questionRow, 3));
  });

  it('goes to the ends of a row, and with Ctrl of the grid', () => {
    assert.deepEqual(after(at(5, 3), 'Home'), at(5, nameColumn));
    assert.deepEqual(after(at(5, 3), 'End'), at(5, 9));
    assert.deepEqual(after(at(5, 3), '^End'), at(99, 9));
    assert.deepEqual(after(at(5, 3), '^Home'), at(0, nameColumn));
  });

  it('stays for any other key', () => {
    assert.equal(moveFocus(at(5, 3), { key: 'a', isControl: false }, shape), undefined);
  });

  it('is in the heads where there is no sheet', () => {
    assert.deepEqual(withinGrid(at(0, 3), { ...shape, rows: 0 }), at(questionRow, 3));
  });
});
