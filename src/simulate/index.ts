export { labelsCsv, toCsv, type CsvOptions } from './csv.js';
export type { SimulatedPost } from './draft.js';
export type { CampaignOptions, OrganicOptions, SimulationChanges, SimulationOptions } from './options.js';
export { withLead } from './lead.js';
export type { Label } from './people.js';
export { PRESETS, scaled, simulationOptions, type PresetName } from './presets.js';
export { plantCampaign, simulate, type Simulation } from './simulate.js';
