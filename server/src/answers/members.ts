import type { DateReading } from './dateReadings';
import type { Link } from './links';
import { cellsOf, type Cell } from './memberCells';
import { entryOf, type Half, type MemberEntry } from './memberEntries';
import { inParallel, joinHalves, withoutMentions } from './memberHalves';
import { usualLines, usualMembers, type UsualLines } from './memberLines';
import { withoutNotes } from './memberNotes';
import { pairsOf, withoutSubjects } from './memberPairs';
import { partsOf } from './memberParts';

export interface MembersReading {
  readonly kind: 'members';
  readonly entries: readonly MemberEntry[];
}

/**
 * Reads the answer between two offsets as a list of states, one a line or separated by commas,
 * semicolons or `and`, code first or name first. Prose between them is passed over: a word is only
 * taken for a state's name where it stands as one. `links` are those of the stretch, and `datesIn` reads
 * its dates where it may have any.
 */
export function readMembers(
  text: string,
  start: number,
  end: number,
  datesIn: () => readonly DateReading[],
  links: readonly Link[],
): MembersReading {
  usual ??= usualLines(line => readAny(line, line, 0));
  const members = usualMembers(text.slice(start, end), start, usual);
  // Such lines have neither notes nor dates.
  if (members) return { kind: 'members', entries: withDates(text, members, []) };
  const dates = datesIn();
  const readable = withoutNotes(text, start, end, [...dates, ...links]);
  const entries = usualMembers(readable, start, usual) ?? readAny(text, readable, start);
  return { kind: 'members', entries: withDates(text, entries, dates) };
}

/** Made on first use. */
let usual: UsualLines | undefined;

/** Reads a list of any form; `offset` is where `readable` begins in the text. */
function readAny(text: string, readable: string, offset: number): readonly Half[] {
  const halves: Half[] = [];
  for (const cell of cellsOf(readable, offset)) for (const half of entriesOf(text, cell)) halves.push(half);
  return withoutMentions(joinHalves(text, inParallel(halves)));
}

function entriesOf(text: string, cell: Cell): Half[] {
  const isRemarked = cell.tokens.some(({ kind }) => kind === 'word');
  const pairs = cell.isProse
    ? withoutSubjects(text, cell, pairsOf(partsOf(text, cell)))
    : pairsOf(partsOf(text, cell));
  const entries = pairs.map(({ code, name }) => entryOf(code, name, isRemarked));
  // Of a code and a word that are both unknown, neither is one in prose.
  const hasPair = entries.some(
    entry => entry.code && entry.name && (entry.code.state ?? entry.name.states[0]),
  );
  return cell.isProse && !hasPair ? [] : entries;
}

/** Each date belongs to the entry before it, but `April 4, 1949:` heads the entries behind it. */
function withDates(text: string, entries: readonly Half[], dates: readonly DateReading[]): MemberEntry[] {
  let next = 0;
  return entries.map(({ start, end, code, name, state }, index) => {
    const until = entries[index + 1]?.start ?? Infinity;
    const own: DateReading[] = [];
    for (let date = dates[next]; date && date.start < until; date = dates[++next]) {
      if (date.start >= end && text[date.end] !== ':') own.push(date);
    }
    return { start, end, code, name, state, dates: own };
  });
}
