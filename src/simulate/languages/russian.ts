import type { Language } from './language.js';
import { RUSSIAN_CLAUSES } from './russian-clauses.js';
import { RUSSIAN_FAMILY, RUSSIAN_FANCY_NAMES, RUSSIAN_GIVEN, RUSSIAN_NICKNAMES } from './russian-names.js';
import { RUSSIAN_WORDS } from './russian-words.js';

export const RUSSIAN: Language = {
  code: 'ru',
  grammar: { ...RUSSIAN_CLAUSES, ...RUSSIAN_WORDS },
  synonyms: [
    ['мы', 'мы все', 'все мы'], ['сегодня', 'сейчас', 'теперь'], ['люди', 'народ', 'земляки'], ['вместе', 'рядом', 'сообща'], ['говорят', 'отвечают', 'пишут'], ['верят', 'надеются', 'знают'], ['помним', 'знаем', 'верим'], ['поддержим', 'поможем'], ['друзьям', 'знакомым', 'всем'], ['нашими', 'своими', 'родными'],
    ['каждом', 'всех'], ['беде', 'горе'], ['общая', 'одна', 'единая'], ['нельзя', 'не надо'], ['своих', 'наших'], ['крыму', 'севастополе', 'симферополе'], ['ждут', 'верят'],
  ],
  sideTags: [
    'Крым', 'Россия', 'Украина', 'Севастополь', 'новости', 'Киев', 'Симферополь', 'Путин', 'Майдан', 'Москва', 'Харьков', 'мир', 'Донецк', 'Евромайдан', 'нетвойне', 'Одесса', 'Сочи2014', 'Антимайдан', 'политика', 'Керчь', 'весна', 'КрымРоссия', 'референдум', 'Паралимпиада', 'рубль', 'масленица', 'флот', 'история',
  ],
  given: RUSSIAN_GIVEN,
  family: RUSSIAN_FAMILY,
  nicknames: RUSSIAN_NICKNAMES,
  fancyNames: RUSSIAN_FANCY_NAMES,
  // Moscow time was UTC+4 from 2011 to October 2014; Ukraine UTC+2 in winter. The shares are an assumption.
  zones: [
    { hours: 4, weight: 0.62 },
    { hours: 2, weight: 0.2 },
    { hours: 6, weight: 0.08 },
    { hours: 7, weight: 0.05 },
    { hours: 11, weight: 0.02 },
    { hours: 1, weight: 0.03 },
  ],
  newsHosts: ['novosti-dnya.example', 'vestnik.example', 'gazeta-yug.example', 'lenta-24.example', 'krymskoe-vremya.example', 'delovoy.example'],
};
