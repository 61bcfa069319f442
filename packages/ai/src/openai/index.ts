export { createOpenAiModel, type OpenAiModelOptions } from './create-openai-model.ts';
