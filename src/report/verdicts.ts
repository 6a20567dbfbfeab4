import type { Verdict } from '../documents/evidence.js';

/** How each verdict is called in print, and what it rests on. Never bot, troll, fake or paid. */
export const VERDICT_TEXTS: Readonly<Record<Verdict, { readonly name: string; readonly means: string }>> = {
  coordinated: { name: 'likely coordinated', means: 'two signs agree' },
  unclear: { name: 'unclear', means: 'some sign, not enough' },
  organic: { name: 'organic: no sign found', means: '' },
  insufficient: { name: 'insufficient data', means: 'too little to judge' },
};
