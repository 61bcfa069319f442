export { bundleProgram } from './bundle-program.ts';
export {
  startDatabaseServer,
  type DatabaseServer,
  type DatabaseServerOptions,
} from './database-server/start-database-server.ts';
export { findMysqlProgram } from './database-server/find-mysql-program.ts';
export type { ServerProgram } from './database-server/server-program.ts';
export {
  canUnpackDebianPackages,
  libraryFolders,
  unpackDebianPackages,
} from './database-server/unpack-debian-packages.ts';
export {
  startPlanetScaleGateway,
  type PlanetScaleGateway,
  type PlanetScaleGatewayOptions,
} from './planetscale-gateway/start-planetscale-gateway.ts';
export {
  startOpenAiSimulator,
  type OpenAiSimulator,
  type OpenAiSimulatorOptions,
} from './openai-simulator/start-openai-simulator.ts';
export type { FaultInput } from './openai-simulator/faults.ts';
export type { Produced } from './openai-simulator/produced-log.ts';
export { startEdge, type Edge, type EdgeOptions } from './edge/start-edge.ts';
export {
  startClerkFrontendApi,
  type ClerkFrontendApi,
  type ClerkFrontendApiOptions,
} from './clerk-frontend-api/start-clerk-frontend-api.ts';
export { signedWebhook, type ClerkWebhookEvent } from './clerk-frontend-api/webhooks.ts';
