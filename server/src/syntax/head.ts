import type { Question, Section } from '../instrument/types';
import type { Alignment, WordChange } from './printed';

/** The place in a file where a question or a section begins. */
export type Head = QuestionHead | SectionHead;

interface HeadPlace extends Alignment {
  /** Where the number or the heading begins; its line's indentation is outside. */
  readonly start: number;
  /** An offset behind which the text has no part in its being here. */
  readonly sight: number;
}

export interface QuestionHead extends HeadPlace {
  readonly kind: 'question';
  readonly question: Question;
  readonly printedNumber: number;
  /** Where the number and its full stop end. */
  readonly numberEnd: number;
}

export interface SectionHead extends HeadPlace {
  readonly kind: 'section';
  readonly section: Section;
}

/** The same head `by` characters further on. */
export function movedHead<H extends Head>(head: H, by: number): H;
export function movedHead(head: Head, by: number): Head {
  if (by === 0) return head;
  const start = head.start + by;
  const end = head.end + by;
  const sight = head.sight + by;
  const changes =
    head.changes.length === 0 ? head.changes : head.changes.map(change => movedChange(change, by));
  if (head.kind === 'section') return { kind: 'section', start, end, section: head.section, sight, changes };
  const { printedNumber, question } = head;
  const numberEnd = head.numberEnd + by;
  return { kind: 'question', start, end, numberEnd, printedNumber, question, sight, changes };
}

/** The same difference in a text in which it stands further on. */
export function movedChange(change: WordChange, by: number): WordChange {
  return { ...change, start: change.start + by, end: change.end + by };
}
