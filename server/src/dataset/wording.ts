/**
 * Words that change what an answer says. Every repetition is bounded, so that each test is linear in
 * the text.
 */

/** `not`, `none of the articles`, `doesn't`: what follows, or went before, is denied. */
const DENIAL =
  /\b(?:no|not|none|never|nothing|neither|nor|without|cannot|lacks?|lacking|silent|absen(?:t|ce)|fails?)\b|n['\u2019]t\b/i;

/** `possibly`, `see question 8`, `?`: the coder is not sure, or says it elsewhere. */
const DOUBT =
  /\b(?:unclear|unknown|unsure|uncertain|possibl[ey]|perhaps|maybe|probabl[ey]|presumabl[ey]|apparent(?:ly)?|appears?|seems?|implied|implie[ds]|implicit(?:ly)?|arguabl[ey]|might|ambiguous|questionable|debatable|approximately|roughly|ditto)\b|\b(?:see|same as|as in)[ ](?:also[ ])?(?:question|answer|above|below|q\.?[ ]?\d|#)|\?/i;

export function denies(text: string): boolean {
  return DENIAL.test(text);
}

export function doubts(text: string): boolean {
  return DOUBT.test(text);
}

/** `November 3, 1918 (?)` */
export function isQueried(text: string): boolean {
  return /[([]\s{0,3}\?/.test(text);
}

/** The text with every quotation blanked out, so that the rest is the coder's own; offsets stay. */
export function withoutQuotations(text: string): string {
  return text.replace(/\u201c[^\u201c\u201d]*\u201d|"[^"]*"/g, blanked);
}

/** The text with all that stands in brackets blanked out; offsets stay. */
export function withoutBrackets(text: string): string {
  const inner = text.replace(/\([^()]*\)|\[[^[\]]*\]/g, blanked);
  // Brackets within brackets: one level more is all that sheets hold.
  return inner.replace(/\([^()]*\)|\[[^[\]]*\]/g, blanked);
}

function blanked(stretch: string): string {
  return ' '.repeat(stretch.length);
}

/** The beginning of an answer, to show it in a reason. */
export function excerpt(text: string): string {
  const line = text.slice(0, 200).replace(/\s+/g, ' ').trim();
  return line.length <= 60 ? line : `${line.slice(0, 59).trimEnd()}…`;
}
