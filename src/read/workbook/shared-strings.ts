import { ByteSpool } from '../spool.js';
import { unescapeText } from './cell-format.js';
import { readXml } from './xml.js';

/** The texts to which the cells of a workbook refer by number. If large, they are kept in a temporary file. */
export class SharedStrings {
  readonly #spool = new ByteSpool();
  /** The offset of each text, and the end of the last. */
  #offsets = new Float64Array(1024);
  #count = 0;

  static async read(chunks: AsyncIterable<Uint8Array>): Promise<SharedStrings> {
    const strings = new SharedStrings();
    try {
      await strings.#read(chunks);
      return strings;
    } catch (error) {
      strings.close();
      throw error;
    }
  }

  /** The text with this number; undefined if there is none. */
  at(number: number): string | undefined {
    if (!(number >= 0 && number < this.#count)) return undefined;
    const [from = 0, to = 0] = this.#offsets.subarray(number, number + 2);
    return to === from ? '' : this.#spool.read(from, to - from).toString('utf8');
  }

  close(): void {
    this.#spool.close();
  }

  async #read(chunks: AsyncIterable<Uint8Array>): Promise<void> {
    const text = new RichText();
    await readXml(chunks, {
      open: (name) => {
        if (name === 'si') text.begin();
        else text.open(name);
      },
      close: (name) => {
        if (name === 'si') this.#add(text.end());
        else text.close(name);
      },
      text: (part) => text.add(part),
    });
  }

  #add(text: string): void {
    if (this.#count + 1 === this.#offsets.length) {
      const larger = new Float64Array(2 * this.#offsets.length);
      larger.set(this.#offsets);
      this.#offsets = larger;
    }
    const bytes = Buffer.from(unescapeText(text));
    const from = this.#spool.append(bytes);
    this.#offsets[this.#count] = from;
    this.#offsets[++this.#count] = from + bytes.length;
  }
}

/** Collects a text from runs in different fonts, without phonetic readings above East Asian characters. */
export class RichText {
  #text = '';
  #within = false;
  #readings = 0;

  begin(): void {
    this.#text = '';
    this.#within = false;
    this.#readings = 0;
  }

  open(name: string): void {
    if (name === 'rPh') this.#readings++;
    else if (name === 't') this.#within = this.#readings === 0;
  }

  close(name: string): void {
    if (name === 'rPh') this.#readings--;
    else if (name === 't') this.#within = false;
  }

  add(part: string): void {
    if (this.#within) this.#text += part;
  }

  end(): string {
    return this.#text;
  }
}
