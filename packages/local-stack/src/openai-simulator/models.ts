/** What the simulator needs to know of a model. Tokens of context hold input and output together. */
export interface SimulatedModel {
  id: string;
  contextTokens: number;
  outputTokensMax: number;
  isReasoning: boolean;
}

const MODELS: readonly SimulatedModel[] = [
  { id: 'gpt-5', contextTokens: 400_000, outputTokensMax: 128_000, isReasoning: true },
  { id: 'gpt-5-mini', contextTokens: 400_000, outputTokensMax: 128_000, isReasoning: true },
  { id: 'gpt-5-nano', contextTokens: 400_000, outputTokensMax: 128_000, isReasoning: true },
  { id: 'gpt-4.1', contextTokens: 1_047_576, outputTokensMax: 32_768, isReasoning: false },
  { id: 'gpt-4.1-mini', contextTokens: 1_047_576, outputTokensMax: 32_768, isReasoning: false },
  { id: 'gpt-4.1-nano', contextTokens: 1_047_576, outputTokensMax: 32_768, isReasoning: false },
  { id: 'gpt-4o', contextTokens: 128_000, outputTokensMax: 16_384, isReasoning: false },
  { id: 'gpt-4o-mini', contextTokens: 128_000, outputTokensMax: 16_384, isReasoning: false },
  { id: 'o4-mini', contextTokens: 200_000, outputTokensMax: 100_000, isReasoning: true },
];

const CREATED_AT = 1_700_000_000;

export function findModel(id: string): SimulatedModel | undefined {
  return MODELS.find((model) => model.id === id);
}

export function listModels() {
  const data = MODELS.map(({ id }) => ({ id, object: 'model', created: CREATED_AT, owned_by: 'simulated' }));
  return { object: 'list', data };
}
