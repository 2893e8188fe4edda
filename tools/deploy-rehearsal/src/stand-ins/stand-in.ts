/** A request to AWS, whose body is read already. */
export interface AwsRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Buffer;
}

/** An answer; `type` is its content type. */
export interface AwsAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string | Buffer;
  /** True for an answer of the emulator that a stand-in passes on. */
  readonly isOfEmulator?: boolean;
}

/** Answers in the place of the emulator what it cannot do. */
export interface StandIn {
  /** Name of the part of AWS. */
  readonly what: string;
  /** The gap of the emulator, and what answers here. */
  readonly reason: string;
  /** @returns undefined for requests that the emulator answers itself */
  answer(request: AwsRequest, emulator: Emulator): Promise<AwsAnswer | undefined>;
}

/** Sends a request on to the emulator. */
export type Emulator = (request: AwsRequest) => Promise<AwsAnswer>;

/** An answer of a service that speaks JSON. */
export const json = (body: unknown, status = 200): AwsAnswer => ({
  status,
  type: 'application/json',
  body: JSON.stringify(body),
});

/** The fields of a request to a service that takes forms; CloudFormation is one. */
export function formOf({ headers, body }: AwsRequest): URLSearchParams | undefined {
  return String(headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded')
    ? new URLSearchParams(body.toString())
    : undefined;
}
