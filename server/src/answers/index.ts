export { fromIso, isoDay, isoToday, isRealDay, monthName, weekday, writtenDay, type Day } from './calendar';
export type { AmbiguousDate, BadDate, DateReading, KnownDate, Period } from './dateReadings';
export { readDates } from './dates';
export type { AtopIdReading, CowAllianceReading } from './identifier';
export { addressKey, readLinks, type Link } from './links';
export { isNotApplicable } from './marks';
export type { MemberEntry, WrittenCode, WrittenName } from './memberEntries';
export { readMembers, type MembersReading } from './members';
export {
  atopIdIn,
  progressOf,
  readBeginning,
  readSheet,
  type Answer,
  type AnswerOf,
  type Progress,
  type Sheet,
} from './sheet';
export type { DatesReading, Reading } from './reading';
export { readValues, type ValueEntry, type ValuesReading } from './values';
export type { YesNoReading } from './yesNo';
