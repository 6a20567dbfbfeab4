import { describe } from 'vitest';
import { anyOrderOfRows } from './any-order.js';

describe('the result, over many orders', () => {
  anyOrderOfRows('rossiya-svoih-ne-brosaet', 30);
});
