import { escapeControls } from '../../text/escape-controls.js';
import { type TestCase, type Location, placeName, type Annotation } from './case.js';

/**
 * GitHub's workflow commands: annotations at files and lines. Every line is a command, so that no text of a dump can
 * start one: a runner does not look for commands inside a command. The case comes first, because a step shows at most
 * ten annotations of each level.
 */
export function* workflowCommands(cases: readonly TestCase[]): Generator<string> {
  for (const { name, outcome, says, remarks } of cases) {
    yield command(outcome === 'passed' ? 'notice' : 'error', { title: name }, says);
    for (const remark of remarks)
      yield command(
        remark.level,
        properties(name, remark),
        remark.asked === undefined ? remark.says : `${remark.says} (${placeName(remark.asked)})`,
      );
  }
}

/** An annotation for an error that prevented a run. */
export function errorCommand(title: string, says: string, place: Location | undefined): string {
  return command('error', properties(title, place ? { place } : {}), says);
}

function properties(name: string, { place }: Pick<Annotation, 'place'>): Record<string, string> {
  return {
    title: name,
    ...(place === undefined ? {} : { file: place.file.replaceAll('\\', '/') }),
    ...(place?.line === undefined ? {} : { line: String(place.line) }),
  };
}

function command(level: 'error' | 'warning' | 'notice', of: Readonly<Record<string, string>>, message: string): string {
  return `::${level} ${Object.entries(of)
    .map(([key, value]) => `${key}=${escapeProperty(value)}`)
    .join(',')}::${escapeData(message)}\n`;
}

/** The escapes that the runner reverses: https://github.com/actions/toolkit/blob/main/packages/core/src/command.ts. */
function escapeData(text: string): string {
  return escapeControls(text).replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
