/** A question with a link that answers it. */
interface Way {
  readonly question: string;
  readonly label: string;
}

/** The words of the pages on which somebody waits for a code. */
export interface CodeWords {
  readonly email: string;
  readonly code: string;
  /** Sends a new code. */
  readonly again: string;
  readonly sentAgain: string;
  readonly askForCode: string;
  readonly wrongAddress: Way;
  readonly localCode: (code: string) => string;
  readonly confirm: {
    readonly title: string;
    readonly intro: (email: string) => string;
    readonly button: string;
  };
  readonly forgot: {
    readonly title: string;
    readonly intro: string;
    readonly button: string;
    readonly known: Way;
  };
  readonly reset: {
    readonly title: string;
    readonly intro: (email: string) => string;
    readonly password: string;
    readonly passwordRule: string;
    readonly button: string;
    readonly saved: string;
  };
  readonly faults: {
    readonly email: string;
    readonly code: string;
    readonly password: string;
    readonly wrongCode: string;
    readonly tooMany: string;
    readonly unavailable: string;
  };
}
