/** The text of anything thrown: its message, or its name when the message is empty. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message || error.name : String(error);
}
