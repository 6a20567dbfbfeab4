import { ENGLISH_CLAUSES } from './english-clauses.js';
import { ENGLISH_WORDS } from './english-words.js';
import type { Language } from './language.js';

const pair = (name: string): readonly [string, string] => [name, name.toLowerCase()];

export const ENGLISH: Language = {
  code: 'en',
  grammar: { ...ENGLISH_CLAUSES, ...ENGLISH_WORDS },
  synonyms: [
    ['we', 'we all', 'all of us'], ['today', 'now', 'tonight'], ['people', 'folk', 'neighbours'], ['together', 'as one'], ['friends', 'everyone', 'others'], ['believe', 'hope', 'trust'], ['alone', 'forgotten'], ['stand', 'side'], ['silent', 'quiet'], ['home', 'town'], ['own', 'people'], ['tell', 'show'], ['help', 'aid'],
    ['whole', 'entire'], ['remember', 'know'], ['valley', 'county'], ['families', 'people'], ['share', 'have'], ['riverton', 'eastbank', 'farwell'],
  ],
  sideTags: ['Riverton', 'flood', 'news', 'Eastbank', 'weather', 'rain', 'dam', 'mayor', 'council', 'climate', 'community', 'rescue', 'river', 'valley', 'vote', 'volunteers', 'insurance', 'pray', 'spring', 'history', 'local', 'media', 'farming', 'football', 'music'],
  given: ['James', 'Mary', 'John', 'Linda', 'Robert', 'Susan', 'Michael', 'Karen', 'David', 'Lisa', 'Daniel', 'Emma', 'Tom', 'Sarah', 'Chris', 'Laura', 'Paul', 'Amy', 'Mark', 'Julie', 'Kevin', 'Megan', 'Brian', 'Rachel', 'Aisha', 'Omar', 'Priya', 'Wei', 'Carlos', 'Sofia'].map(pair),
  family: ['Smith', 'Jones', 'Taylor', 'Brown', 'Wilson', 'Evans', 'Thomas', 'Walker', 'White', 'Hughes', 'Green', 'Hall', 'Wood', 'Clarke', 'Hill', 'Khan', 'Patel', 'Garcia', 'Nguyen', 'Cohen', 'Murphy', 'Kelly', 'Baker', 'Fisher', 'Parker', 'Lopez', 'Novak', 'Lee'].map(pair),
  nicknames: ['river_rat', 'teacup', 'bookworm', 'gardener', 'cyclist', 'nightowl', 'weather_nerd', 'dogmum', 'catdad', 'dadjokes', 'runner', 'baker', 'trucker', 'nurse', 'gamer', 'painter', 'sparky', 'foodie', 'northern', 'valleygirl', 'rockfan', 'photo', 'teacher', 'villager', 'angler', 'redhead'],
  fancyNames: ['Just Me', 'River Rat 🌊', 'not a bot', 'Tea First ☕', 'The Angler', 'Dog Mum 🐶', 'Night Owl', 'سارة', 'Луна', 'The Quiet One', 'Dr. K', 'sunny 🌻', 'CAPS LOCK', 'local dad', 'Gran Online', '🎸 Strings'],
  // Most of the audience is in one country, some abroad; the shares are an assumption.
  zones: [
    { hours: 0, weight: 0.7 },
    { hours: 1, weight: 0.08 },
    { hours: -5, weight: 0.13 },
    { hours: -8, weight: 0.05 },
    { hours: 10, weight: 0.04 },
  ],
  newsHosts: ['riverton-times.example', 'valley-post.example', 'county-news.example', 'daily-ferry.example', 'weather-desk.example'],
};
