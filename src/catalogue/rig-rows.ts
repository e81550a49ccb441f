/**
 * Bitcoin (SHA-256) rigs: model, hash rate in TH/s, and power at the plug in W (values below 100 are the efficiency in
 * J/TH, for rigs listed by round efficiency). Letters: A air, H hydro, I immersion if the name does not say it (`Hyd`,
 * `Imm`, otherwise air); N = announced, not confirmed to ship. Makers state hash rate and power to +-5 % (Bitdeer +-10
 * %). A bin is named with its hash rate if one model ships in several. Read 2026-10-03 from the list named in
 * `rigs.ts`.
 */
export const rigRows = `Antminer S19,95,3250
Antminer S19 Pro,110,3250
Antminer S19j Pro,100,29.5
Antminer S19j Pro 104T,104,29.5
Antminer S19j Pro+,120,27.5
Antminer S19k Pro,120,23
Antminer S19 XP,140,21.5
Antminer S19 XP Hyd,255,20.8
Antminer S19 Pro+ Hyd,198,27.5
Antminer T19,84,37.5
Antminer T21,190,19
Antminer S21,200,17.5
Antminer S21+,216,16.5
Antminer S21+ 235T,235,3877
Antminer S21 Pro,234,15
Antminer S21 Pro 245T,245,15
Antminer S21 XP,270,13.5
Antminer S21 Imm,215,16
Antminer S21 XP Imm,300,13.5
Antminer S21 Hyd,335,16
Antminer S21+ Hyd,358,15
Antminer S21+ Hyd 319T,319,15
Antminer S21e Hyd,288,17
Antminer S21 XP Hyd,473,12
Antminer S21e XP Hyd,430,13
Antminer S21 XP+ Hyd,480,11
Antminer S21 XP+ Hyd 500T,500,11
Antminer S23,318,11
Antminer S23 305T,305,11
Antminer S23 Hyd,580,9.5
Antminer S23 Hyd 3U,1160,9.5
Antminer S23e Hyd 2U,865,10
Antminer S23 Imm,442,12
Antminer S23 Imm 368T,368,11
Antminer S23 XP Hyd,600,8.9,N
Whatsminer M30S+,100,34
Whatsminer M30S++,112,31
Whatsminer M33S++,242,30,H
Whatsminer M50,114,3276
Whatsminer M50S,126,26
Whatsminer M50S++,160,22
Whatsminer M53S++,320,22,H
Whatsminer M56S++,254,22,I
Whatsminer M60,160,19.9
Whatsminer M60S,188,18.5
Whatsminer M60S++,218,15.5
Whatsminer M63S,390,18.5,H
Whatsminer M63S++,464,15.5,H
Whatsminer M66S,290,18.5,I
Whatsminer M66S++,348,15.5,I
Whatsminer M70S,248,13.5
Whatsminer M73,512,14.5,H
Avalon A1246,90,38
Avalon A1346,110,30
Avalon A1366,130,25
Avalon A1466,150,3230
Avalon A1566,185,3420
Avalon A15,194,3647
Avalon A15 Pro,218,3662
Avalon A16,282,3900
Avalon A16XP,300,3850
Sealminer A2,226,16.5
Sealminer A2 Pro Air,255,3790
Sealminer A2 Pro Hyd,500,14.9
Sealminer A3 Pro Air,290,12.5
Sealminer A3 Pro Hyd,660,12.5
Sealminer A4 Pro Air,336,3662,N
Sealminer A4 Pro Hyd,680,10.9,N
Block Proto Rig,819,12000,N`;
