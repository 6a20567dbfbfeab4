import { describe, expect, expectTypeOf, it } from 'vitest';
import { SIGNALS, type SignalName } from '../../src/signals/index.js';
import { defineSignal, type Signal } from '../../src/signals/signal.js';

/** Every part of a signal that a reader sees. */
const WORDS = ['describe', 'means', 'missing'] as const;

describe('a signal', () => {
  it('does not compile without its words', () => {
    for (const part of WORDS) expectTypeOf<Signal>().toHaveProperty(part);
    type Given = Parameters<typeof defineSignal<'new-signal', { readonly count: number }>>[0];
    for (const part of WORDS) expect(part).toBeTypeOf('string');
    expectTypeOf<Omit<Given, 'describe'>>().not.toExtend<Given>();
    expectTypeOf<Omit<Given, 'means'>>().not.toExtend<Given>();
    expectTypeOf<Omit<Given, 'missing'>>().not.toExtend<Given>();
    expectTypeOf<Given>().toExtend<Signal<'new-signal', { readonly count: number }>>();
    // The sentence is for its own finding.
    expectTypeOf<Given['describe']>().parameter(0).toEqualTypeOf<{ readonly count: number }>();
  });

  it('has a name that is part of a union, so that a name that is none is an error', () => {
    expectTypeOf<'burst'>().toExtend<SignalName>();
    expectTypeOf<'bursts'>().not.toExtend<SignalName>();
    expectTypeOf<string>().not.toExtend<SignalName>();
    expect(new Set(SIGNALS.map(({ name }) => name)).size).toBe(SIGNALS.length);
  });

  it.each(SIGNALS)(
    '$name says what it means, both ways, and why it may be missing, each in its own words',
    ({ means, missing }) => {
      const words = [means.for, means.against, missing.some, missing.all];
      expect(new Set(words).size).toBe(4);
      for (const text of words) expect(text).toMatch(/^[a-z].{10,}[a-z]$/u);
    },
  );
});
