#!/usr/bin/env node
import module from 'node:module';

// Node 22 and later keep the compiled program between runs. Only what is imported after this call is kept.
module.enableCompileCache?.();
await import('../dist/cli/main.js');
