export type { FindUsage, FoundUsage } from './find-usage.ts';
export type { Model, ModelEvent, ModelRequest, ModelUsage } from './model.ts';
export { ModelError } from './model-error.ts';
