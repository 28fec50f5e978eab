import { allStates, completionNames } from '../reference';
import { movedCode, movedName, type Half } from './memberEntries';

/** The lines of a list that are a member as most lists have one, `370 Belarus`, with what they are read as. */
export type UsualLines = ReadonlyMap<string, Half>;

/** The code of each state with each of its names, as far as `read` makes one member of these. */
export function usualLines(read: (line: string) => readonly Half[]): UsualLines {
  const lines = new Map<string, Half>();
  for (const state of allStates()) {
    for (const name of completionNames(state)) {
      const line = `${state.code} ${name}`;
      const [member, ...others] = read(line);
      const isWhole = member?.code?.start === 0 && member.name?.end === line.length;
      if (isWhole && member.state === state && !member.isRemarked && others.length === 0) {
        lines.set(line, member);
      }
    }
  }
  return lines;
}

/**
 * The members of a list of which every line is a usual one, or was masked; `undefined` for any other. Such
 * lines are no part of each other, and what they are read as is known.
 */
export function usualMembers(readable: string, offset: number, lines: UsualLines): Half[] | undefined {
  const members: Half[] = [];
  for (let at = 0; at < readable.length;) {
    const lineEnd = endOfLine(readable, at);
    let from = at;
    while (from < lineEnd && isPassedOver(readable.charCodeAt(from))) from++;
    let to = lineEnd;
    while (to > from && isPassedOver(readable.charCodeAt(to - 1))) to--;
    at = lineEnd + 1;
    if (from === to) continue;
    const usual = lines.get(readable.slice(from, to));
    if (!usual) return undefined;
    members.push(movedHalf(usual, offset + from));
  }
  return members;
}

function endOfLine(text: string, from: number): number {
  const end = text.indexOf('\n', from);
  return end < 0 ? text.length : end;
}

/** Blanks, the first half of a line end, and the mask of notes. */
function isPassedOver(code: number): boolean {
  return code === 0x20 || code === 0x09 || code === 0x0d || code === 0x5f;
}

function movedHalf({ start, end, code, name, state, isRemarked }: Half, by: number): Half {
  return {
    start: start + by,
    end: end + by,
    code: code && movedCode(code, by),
    name: name && movedName(name, by),
    state,
    isRemarked,
  };
}
