import XMLWriter from 'xml-writer';
import { xmlText } from '../xml-text.js';
import { type TestCase, outcomes, placeName, type Annotation } from './case.js';

/**
 * JUnit's XML, as Jenkins, GitLab and others read it (Jenkins' junit-10.xsd): a test case for each case. It tells no time, so
 * that the same result gives the same bytes.
 */
export function* junitXml(suite: string, cases: readonly TestCase[]): Generator<string> {
  const pieces: string[] = [];
  const xml = new XMLWriter('  ', (text) => void pieces.push(text));
  const { failed, error } = outcomes(cases);
  const counts = { tests: cases.length, failures: failed, errors: error };
  startElement(xml.startDocument('1.0', 'UTF-8'), 'testsuites', { name: suite, ...counts });
  startElement(xml, 'testsuite', { name: suite, ...counts, skipped: 0 });
  for (const each of cases) {
    startElement(xml, 'testcase', { name: each.name, classname: suite });
    writeOutcome(xml, each);
    xml.endElement();
    yield pieces.splice(0).join('');
  }
  xml.endElement().endElement();
  yield `${pieces.join('')}\n`;
}

/** One failure for a case: many readers show no more than the first. */
function writeOutcome(xml: XMLWriter, { outcome, says, remarks }: TestCase): void {
  const [errors, others] = [
    remarks.filter(({ level }) => level === 'error'),
    remarks.filter(({ level }) => level !== 'error'),
  ];
  if (outcome !== 'passed') {
    startElement(xml, outcome === 'failed' ? 'failure' : 'error', {
      message: errors[0]?.says ?? says,
      type: errors[0]?.rule ?? 'failed',
    });
    xml.text(lines([says, ...errors.map(remarkLine)])).endElement();
  }
  if (outcome === 'passed' || others.length > 0)
    xml
      .startElement('system-out')
      .text(lines([says, ...others.map(remarkLine)]))
      .endElement();
}

function remarkLine({ place, says, asked }: Annotation): string {
  return `${place === undefined ? '' : `${placeName(place)}: `}${says}${asked === undefined ? '' : ` (${placeName(asked)})`}`;
}

function lines(texts: readonly string[]): string {
  return texts.map(xmlText).join('\n');
}

function startElement(xml: XMLWriter, name: string, attributes: Readonly<Record<string, string | number>>): void {
  xml.startElement(name);
  for (const [key, value] of Object.entries(attributes)) xml.writeAttribute(key, xmlText(String(value)));
}
