#!/usr/bin/env node
import { talaro } from './program.ts';

// Not process.exit: what a pipe has not taken yet would be lost.
process.exitCode = await talaro(process.argv.slice(2));
