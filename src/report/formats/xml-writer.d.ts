/** As far as it is used here; the package has no types. */
declare module 'xml-writer' {
  export default class XMLWriter {
    /** `write` gets every piece of text as it is made. */
    constructor(indent: string, write: (text: string) => void);
    startDocument(version: string, encoding: string): this;
    startElement(name: string): this;
    /** An empty content writes nothing. */
    writeAttribute(name: string, content: string): this;
    text(content: string): this;
    endElement(): this;
  }
}
