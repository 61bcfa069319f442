export { BREACHES, type Breach } from './check/findings.ts';
export type { Planted } from './fleet/messages.ts';
export { prove, type ProofOptions } from './prove.ts';
export type { ProofReport } from './report/build-report.ts';
export { formatReport } from './report/format-report.ts';
export { provePass, type Pass, type PassOptions } from './run/prove-pass.ts';
export { openStage, type Stage, type StageOptions } from './stage/open-stage.ts';
export { createStepReader } from './worker/follower-step.ts';
