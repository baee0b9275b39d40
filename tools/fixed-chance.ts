// Property tests try the same examples in every run, so that a change is judged by what it changed. `SEED=… npm test` tries others.
import fc from 'fast-check'

fc.configureGlobal({ seed: Number(process.env['SEED'] ?? 20261123) })
