import { format } from 'node:util';
import { isKnownNoise } from '../suite/knownNoise';

const keptMessages = 20;
const keptLength = 500;

/**
 * What a workbench logs during a test run. The tests' own lines go to standard output at once; of the
 * workbench's, which is talkative, the last warnings and errors are kept for the case that the run fails.
 */
export class RunLog {
  private readonly messages: string[] = [];

  /** @param mark the first value of each line that the tests log; absent, every line is shown. */
  constructor(private readonly mark: string | undefined) {}

  /**
   * Takes one call of a `console` method in the extension host, or one entry of the workbench's log.
   *
   * @param severity `info`, `warn` or `error`, among others.
   */
  add(severity: string, values: readonly unknown[]): void {
    if (this.mark === undefined) console.log(format(...values));
    else if (values[0] === this.mark) console.log(format(...values.slice(1)));
    else if (severity !== 'info' && !isKnownNoise(values[0])) this.keep(format(...values));
  }

  /** Keeps a message that is not the tests', cut to a length that leaves the message and drops most of a stack. */
  keep(message: string): void {
    this.messages.push(message.length > keptLength ? `${message.slice(0, keptLength)} …` : message);
    if (this.messages.length > keptMessages) this.messages.shift();
  }

  /** The last messages that are not the tests', oldest first. */
  kept(): string {
    return this.messages.join('\n') || '(none)';
  }
}
