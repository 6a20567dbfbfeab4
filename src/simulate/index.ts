export { labelsCsv, toCsv } from './csv.js';
export type { SimulatedPost } from './draft.js';
export type { CampaignOptions, SimulationChanges, SimulationOptions } from './options.js';
export { withTriggeredPublic } from './triggered-public.js';
export { PRESETS, scaleSimulation, simulationOptions, type PresetName } from './presets.js';
export { plantCampaign, simulate, type Simulation } from './simulate.js';
