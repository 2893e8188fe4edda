/** The standard output of a piece of work, which Lambda sends to its log. */
export interface CapturedOutput {
  readonly lines: number;
  readonly bytes: number;
}

/** Runs the work, and keeps what it writes to standard output away from the terminal. */
export async function captureOutput(work: () => Promise<void>): Promise<CapturedOutput> {
  const { write } = process.stdout;
  const captured: string[] = [];
  process.stdout.write = (text: unknown) => captured.push(String(text)) > 0;
  try {
    await work();
  } finally {
    process.stdout.write = write;
  }
  const text = captured.join('');
  return { lines: text.split('\n').length - 1, bytes: Buffer.byteLength(text) };
}
