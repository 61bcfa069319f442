export { createOpenAiModel, type OpenAiModelOptions } from './create-openai-model.ts';
export { createOpenAiUsage, type OpenAiUsageOptions } from './create-openai-usage.ts';
