import { breakCommandLine } from '../../text/runner-commands.js';
import { xmlText } from '../xml.js';
import { type XmlElements, xmlPieces } from '../xml.js';
import { type TestCase, outcomes, placeName, type Annotation } from './case.js';

/**
 * JUnit's XML, as Jenkins, GitLab and others read it (Jenkins' junit-10.xsd): a test case for each case. It contains no
 * times, so that the same result gives the same bytes.
 */
export function junitXml(suite: string, cases: readonly TestCase[]): Iterable<string> {
  const { failed, error } = outcomes(cases);
  const counts = { '@name': xmlText(suite), '@tests': cases.length, '@failures': failed, '@errors': error };
  return xmlPieces({
    testsuites: {
      ...counts,
      testsuite: {
        ...counts,
        '@skipped': 0,
        testcase: cases.map((each) => ({
          '@name': xmlText(each.name),
          '@classname': xmlText(suite),
          ...outcomeElements(each),
        })),
      },
    },
  });
}

/** One failure per case, because many readers show only the first. */
function outcomeElements({ outcome, says, remarks }: TestCase): XmlElements {
  const [errors, others] = [
    remarks.filter(({ level }) => level === 'error'),
    remarks.filter(({ level }) => level !== 'error'),
  ];
  const problem = {
    '@message': xmlText(errors[0]?.says ?? says),
    '@type': xmlText(errors[0]?.rule ?? 'failed'),
    '#text': lines([says, ...errors.map(remarkLine)]),
  };
  return {
    ...(outcome === 'passed' ? {} : { [outcome === 'failed' ? 'failure' : 'error']: problem }),
    ...(outcome === 'passed' || others.length > 0 ? { 'system-out': lines([says, ...others.map(remarkLine)]) } : {}),
  };
}

function remarkLine({ place, says, asked }: Annotation): string {
  return `${place === undefined ? '' : `${placeName(place)}: `}${says}${asked === undefined ? '' : ` (${placeName(asked)})`}`;
}

function lines(texts: readonly string[]): string {
  return texts.map((text) => breakCommandLine(xmlText(text))).join('\n');
}
