/**
 * Bitcoin (SHA-256) rigs: model, hash rate in TH/s, power at the plug in W, cooling (A air, H hydro, I immersion) and, where
 * it applies, N = announced, not confirmed shipping. Makers state hash rate and power to +-5 % (Bitdeer +-10 %). A bin is
 * named with its hash rate where one model ships in several. Read 2026-10-03 from the list named in `rigs.ts`.
 */
export const rigRows = `Antminer S19,95,3250,A
Antminer S19 Pro,110,3250,A
Antminer S19j Pro,100,2950,A
Antminer S19j Pro 104T,104,3068,A
Antminer S19j Pro+,120,3300,A
Antminer S19k Pro,120,2760,A
Antminer S19 XP,140,3010,A
Antminer S19 XP Hyd,255,5304,H
Antminer S19 Pro+ Hyd,198,5445,H
Antminer T19,84,3150,A
Antminer S21,200,3500,A
Antminer S21+,216,3564,A
Antminer S21+ 235T,235,3877,A
Antminer S21 Pro,234,3510,A
Antminer S21 Pro 245T,245,3675,A
Antminer S21 XP,270,3645,A
Antminer S21 Imm,215,3440,I
Antminer S21 XP Imm,300,4050,I
Antminer S21 Hyd,335,5360,H
Antminer S21+ Hyd,358,5370,H
Antminer S21+ Hyd 319T,319,4785,H
Antminer S21e Hyd,288,4896,H
Antminer S21 XP Hyd,473,5676,H
Antminer S21e XP Hyd,430,5590,H
Antminer S21 XP+ Hyd,480,5280,H
Antminer S21 XP+ Hyd 500T,500,5500,H
Antminer S23,318,3498,A
Antminer S23 305T,305,3355,A
Antminer S23 Hyd,580,5510,H
Antminer S23 Hyd 3U,1160,11020,H
Antminer S23e Hyd 2U,865,8650,H
Antminer S23 Imm,442,5304,I
Antminer S23 Imm 368T,368,4048,I
Antminer S23 XP Hyd,600,5340,H,N
Whatsminer M30S+,100,3400,A
Whatsminer M30S++,112,3472,A
Whatsminer M33S++,242,7260,H
Whatsminer M50,114,3276,A
Whatsminer M50S,126,3276,A
Whatsminer M50S++,160,3520,A
Whatsminer M53S++,320,7040,H
Whatsminer M56S++,254,5588,I
Whatsminer M60,160,3184,A
Whatsminer M60S,188,3478,A
Whatsminer M60S++,218,3379,A
Whatsminer M63S,390,7215,H
Whatsminer M63S++,464,7192,H
Whatsminer M66S,290,5365,I
Whatsminer M66S++,348,5394,I
Whatsminer M70S,248,3348,A
Whatsminer M73,512,7424,H
Avalon A1346,110,3300,A
Avalon A1366,130,3250,A
Avalon A1466,150,3230,A
Avalon A1566,185,3420,A
Avalon A15,194,3647,A
Avalon A15 Pro,218,3662,A
Avalon A16,282,3900,A
Avalon A16XP,300,3850,A
Sealminer A2,226,3729,A
Sealminer A2 Pro Air,255,3790,A
Sealminer A2 Pro Hyd,500,7450,H
Sealminer A3 Pro Air,290,3625,A
Sealminer A3 Pro Hyd,660,8250,H
Sealminer A4 Pro Air,336,3662,A,N
Sealminer A4 Pro Hyd,680,7412,H,N
Block Proto Rig,819,12000,A,N`;
