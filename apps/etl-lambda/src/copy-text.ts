import { encodeValue, type ColumnValue } from './copy-encoder';

/** Rows are put together in pieces of about this size, unless they are many. */
const PIECE_BYTES = 1024 * 1024;

const TAB = 0x09;
const LINE_FEED = 0x0a;
const BACKSLASH = 0x5c;
const CAPITAL_N = 0x4e;
const FIRST_PRINTABLE = 0x20;
const FIRST_BEYOND_ASCII = 0x80;

/**
 * Rows in the text form of `COPY`, written straight into bytes: to put texts together first and to encode them then
 * takes twice as long, and it is done for each column of each event.
 */
export class CopyText<C extends string> {
  private readonly full: Buffer[] = [];
  private piece = Buffer.allocUnsafe(0);
  private rowStart = 0;
  private end = 0;
  private fullBytes = 0;

  /**
   * @param columns in the order of the command that takes the rows
   * @param pieceBytes about this much is a piece
   */
  constructor(
    private readonly columns: readonly C[],
    private readonly pieceBytes = PIECE_BYTES,
  ) {}

  /** Of all rows. */
  get bytes(): number {
    return this.fullBytes + this.end;
  }

  /** The rows so far; each lies whole in one piece. */
  get pieces(): readonly Buffer[] {
    return this.end === 0 ? this.full : [...this.full, this.piece.subarray(0, this.end)];
  }

  /** Adds a row, whose fields are in the order of the columns. */
  add(row: Readonly<Record<C, ColumnValue>>): void {
    this.rowStart = this.end;
    if (this.rowStart === 0) this.checkOrder(row);
    // One look-up of the row's shape, instead of one for each column.
    const values = Object.values<ColumnValue>(row);
    for (let index = 0; index < values.length; index++) this.write(values[index] as ColumnValue);
    this.piece[this.end - 1] = LINE_FEED;
  }

  /** Writes a column and the tab after it. */
  private write(value: ColumnValue): void {
    if (value === null) {
      if (this.end + 3 > this.piece.length) this.makeRoom(3);
      const { piece, end } = this;
      piece[end] = BACKSLASH;
      piece[end + 1] = CAPITAL_N;
      piece[end + 2] = TAB;
      this.end = end + 3;
    } else if (typeof value === 'string') {
      if (!this.writePlain(value)) this.writeEncoded(encodeValue(value));
    } else if (typeof value === 'object') {
      this.writeEncoded(encodeValue(value));
    } else {
      this.writePlain(encodeValue(value));
    }
  }

  /** @returns false, with nothing written, when the text holds more than plain ASCII */
  private writePlain(text: string): boolean {
    const { length } = text;
    if (this.end + length + 1 > this.piece.length) this.makeRoom(length + 1);
    const { piece } = this;
    let end = this.end;
    for (let index = 0; index < length; index++) {
      const code = text.charCodeAt(index);
      if (code < FIRST_PRINTABLE || code >= FIRST_BEYOND_ASCII || code === BACKSLASH) return false;
      piece[end++] = code;
    }
    piece[end++] = TAB;
    this.end = end;
    return true;
  }

  private writeEncoded(text: string): void {
    this.makeRoom(Buffer.byteLength(text) + 1);
    this.end += this.piece.write(text, this.end);
    this.piece[this.end++] = TAB;
  }

  /** Begins a new piece, to which the row that is under way moves, when so many bytes find no place in this one. */
  private makeRoom(bytes: number): void {
    if (this.end + bytes <= this.piece.length) return;
    const row = this.piece.subarray(this.rowStart, this.end);
    if (this.rowStart > 0) {
      this.full.push(this.piece.subarray(0, this.rowStart));
      this.fullBytes += this.rowStart;
    }
    this.piece = Buffer.allocUnsafe(Math.max(this.pieceBytes, 2 * (row.length + bytes)));
    this.end = row.copy(this.piece);
    this.rowStart = 0;
  }

  private checkOrder(row: Readonly<Record<C, ColumnValue>>): void {
    const names = Object.keys(row);
    if (names.length !== this.columns.length || names.some((name, index) => name !== this.columns[index])) {
      throw new Error(`A row has other columns than the table: ${names.join(', ')}`);
    }
  }
}
