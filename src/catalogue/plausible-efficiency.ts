/**
 * Efficiencies a mining rig can have, in J/TH. Rigs from 2016 (98 J/TH) to those announced in 2026 (8.9 J/TH) lie
 * between these bounds; outside them a unit was probably mistaken.
 */
export const MIN_J_PER_TH = 5;
export const MAX_J_PER_TH = 200;
