import { ENGLISH } from './english.js';
import type { Language } from './language.js';
import { RUSSIAN } from './russian.js';

/** Languages of simulated posts. */
export const LANGUAGES: Readonly<Record<'ru' | 'en', Language>> = { ru: RUSSIAN, en: ENGLISH };
