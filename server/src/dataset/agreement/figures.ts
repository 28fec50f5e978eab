import type { Instrument } from '../../instrument';
import type { CodedSheet } from './codedSheet';
import { asOnePair, compareCoders } from './compare';
import { agreementJson, type AgreementJson } from './report';

/** How far two coders agree, as plain data that names no coders. */
export type AgreementFigures = Omit<AgreementJson, 'a' | 'b'>;

/**
 * Compares two coders' sheets. One sheet of each belongs together even where one of them gives no ATOP ID;
 * more of them are matched by it.
 */
export function agreementFigures(
  instrument: Instrument,
  sheetsA: readonly CodedSheet[],
  sheetsB: readonly CodedSheet[],
): AgreementFigures {
  const [matchedA, matchedB] = asNamed(sheetsA, sheetsB);
  const {
    a: _a,
    b: _b,
    ...figures
  } = agreementJson(compareCoders(instrument, matchedA, matchedB), {
    a: '',
    b: '',
  });
  return figures;
}

function asNamed(
  sheetsA: readonly CodedSheet[],
  sheetsB: readonly CodedSheet[],
): readonly [readonly CodedSheet[], readonly CodedSheet[]] {
  const [a, b] = [sheetsA[0], sheetsB[0]];
  if (!a || !b || sheetsA.length > 1 || sheetsB.length > 1) return [sheetsA, sheetsB];
  const [ownA, ownB] = asOnePair(a, b);
  return [[ownA], [ownB]];
}
