import type { ReadPricesOptions } from "../../src/io/read-market-prices.ts";

/**
 * A small file of every layout, written by hand after the layouts of the markets (prices invented): most show the hours
 * of an autumn change of the clock and a negative price.
 */
export interface MarketText {
  readonly market: string;
  readonly text: string;
  readonly options: ReadPricesOptions;
  /** A price as its first occurrence in the text stands. */
  readonly price: string;
}

const lines = (...rows: string[]): string => `${rows.join("\n")}\n`;

export const ercotDayAheadAutumn = lines(
  "DeliveryDate,HourEnding,SettlementPoint,SettlementPointPrice,DSTFlag",
  "11/03/2024,01:00,HB_NORTH, 21.5,N",
  "11/03/2024,02:00,HB_NORTH,20.25,N",
  "11/03/2024,02:00,HB_NORTH,-3.75,Y",
  "11/03/2024,03:00,HB_NORTH,0,N",
);

export const ercotRealTimeAutumn = lines(
  "DeliveryDate,DeliveryHour,DeliveryInterval,SettlementPointName,SettlementPointType,SettlementPointPrice,DSTFlag",
  "11/03/2024,2,4,LZ_WEST,LZ,14,N",
  "11/03/2024,2,4,LZ_WEST,LZEW,14.6,N",
  "11/03/2024,2,1,LZ_WEST,LZ,-11,Y",
  "11/03/2024,2,2,LZ_WEST,LZ,-12,Y",
  "11/03/2024,2,3,LZ_WEST,LZ,-13,Y",
  "11/03/2024,2,4,LZ_WEST,LZ,-14,Y",
  "11/03/2024,3,1,LZ_WEST,LZ,31,N",
);

export const caisoDayAhead = lines(
  "INTERVALSTARTTIME_GMT,INTERVALENDTIME_GMT,OPR_DT,OPR_HR,OPR_INTERVAL,NODE_ID_XML,NODE_ID,NODE," +
    "MARKET_RUN_ID,LMP_TYPE,XML_DATA_ITEM,PNODE_RESMRID,GRP_TYPE,POS,MW,GROUP",
  "2024-11-03T09:00:00-00:00,2024-11-03T10:00:00-00:00,2024-11-03,3,0,TH_NP15,TH_NP15,TH_NP15,DAM,LMP," +
    "LMP_PRC,TH_NP15,ALL_APNODES,0,33.1,1",
  "2024-11-03T07:00:00-00:00,2024-11-03T08:00:00-00:00,2024-11-03,1,0,TH_NP15,TH_NP15,TH_NP15,DAM,LMP," +
    "LMP_PRC,TH_NP15,ALL_APNODES,0,31.1,1",
  "2024-11-03T08:00:00-00:00,2024-11-03T09:00:00-00:00,2024-11-03,2,0,TH_NP15,TH_NP15,TH_NP15,DAM,LMP," +
    "LMP_PRC,TH_NP15,ALL_APNODES,0,-32.1,1",
  "2024-11-03T08:00:00-00:00,2024-11-03T09:00:00-00:00,2024-11-03,2,0,TH_NP15,TH_NP15,TH_NP15,DAM,MCC," +
    "LMP_CONG_PRC,TH_NP15,ALL_APNODES,0,4.2,1",
);

export const pjmDayAhead = lines(
  "datetime_beginning_utc,datetime_beginning_ept,pnode_id,pnode_name,voltage,equipment,type,zone," +
    "system_energy_price_da,total_lmp_da,congestion_price_da,marginal_loss_price_da,row_is_current,version_nbr",
  "11/3/2024 4:00:00 AM,11/3/2024 12:00:00 AM,51217,EASTERN HUB,,,HUB,,20,24.5,4,0.5,TRUE,2",
  "11/3/2024 5:00:00 AM,11/3/2024 1:00:00 AM,51217,EASTERN HUB,,,HUB,,20,25.5,5,0.5,TRUE,2",
  "11/3/2024 5:00:00 AM,11/3/2024 1:00:00 AM,51217,EASTERN HUB,,,HUB,,20,99,5,0.5,FALSE,1",
  "11/3/2024 6:00:00 AM,11/3/2024 1:00:00 AM,51217,EASTERN HUB,,,HUB,,20,-6.5,6,0.5,TRUE,2",
  "11/3/2024 12:00:00 PM,11/3/2024 7:00:00 AM,51217,EASTERN HUB,,,HUB,,20,28.5,8,0.5,TRUE,2",
);

const misoHours = Array.from({ length: 24 }, (_, i) => i + 1);
export const misoDay = lines(
  "Day Ahead Market ExPost LMPs",
  "",
  "Prices in $/MWh",
  ",,,All Hours-Ending are Eastern Standard Time (EST)",
  `Node,Type,Value,${misoHours.map((hour) => `HE ${hour}`).join(",")}`,
  `ARKANSAS.HUB,Hub,LMP,${misoHours.map((hour) => 20 + hour / 4).join(",")}`,
  `ARKANSAS.HUB,Hub,MCC,${misoHours.map(() => 1).join(",")}`,
  `ILLINOIS.HUB,Hub,LMP,${misoHours.map((hour) => (hour === 3 ? -2.5 : hour)).join(",")}`,
);

export const misoFiveMinutes = lines(
  "Five Minute Final LMPs",
  "",
  "Prices in $/MWh",
  "All times are Eastern Standard Time",
  "MKTHOUR_EST,PNODENAME,LMP,CON_LMP,LOSS_LMP",
  "11/03/2024 00:55,ILLINOIS.HUB,21.5,1,0.5",
  "11/03/2024 00:55,MINN.HUB,18,0,0",
  "11/03/2024 01:00,ILLINOIS.HUB,-3.5,-20,0.5",
  "11/03/2024 01:00,MINN.HUB,19,0,0",
  "11/03/2024 01:05,ILLINOIS.HUB,22.5,1,0.5",
  "11/03/2024 01:05,MINN.HUB,20,0,0",
  "End of table",
);

export const nyisoAutumn = lines(
  '"Time Stamp","Name","PTID","LBMP ($/MWHr)","Marginal Cost Losses ($/MWHr)","Marginal Cost Congestion ($/MWH"',
  '"11/03/2024 00:00","CAPITL","61757","21.00","1.00","0.00"',
  '"11/03/2024 00:00","N.Y.C.","61761","31.00","1.00","0.00"',
  '"11/03/2024 01:00","CAPITL","61757","22.00","1.00","0.00"',
  '"11/03/2024 01:00","N.Y.C.","61761","32.00","1.00","0.00"',
  '"11/03/2024 01:00","CAPITL","61757","-23.00","1.00","0.00"',
  '"11/03/2024 01:00","N.Y.C.","61761","33.00","1.00","0.00"',
  '"11/03/2024 02:00","CAPITL","61757","24.00","1.00","0.00"',
  '"11/03/2024 02:00","N.Y.C.","61761","34.00","1.00","0.00"',
);

export const isoNeAutumn = lines(
  '"C","Day-Ahead Energy Market Hourly LMP Report"',
  '"C","Filename: WW_DALMP_ISO_20241103.csv"',
  '"C","Report for: 11/03/2024 - 11/03/2024"',
  '"C","Report generated: 11/02/2024 12:55:09 EDT"',
  '"H","Date","Hour Ending","Location ID","Location Name","Location Type","Locational Marginal ' +
    'Price","Energy Component","Congestion Component","Marginal Loss Component"',
  '"H","Date","HE","String","String","String","Number","Number","Number","Number"',
  '"D","11/03/2024","01","4000",".H.INTERNAL_HUB","HUB",30.5,30,0.5,0',
  '"D","11/03/2024","02","4000",".H.INTERNAL_HUB","HUB",31.5,31,0.5,0',
  '"D","11/03/2024","02X","4000",".H.INTERNAL_HUB","HUB",-2.25,-2,-0.25,0',
  '"D","11/03/2024","03","4000",".H.INTERNAL_HUB","HUB",33.5,33,0.5,0',
  '"T","4"',
);

const isoNeQuarterTo = Array.from({ length: 12 }, (_, i) => `01:${String(5 * i).padStart(2, "0")}:00`);
export const isoNeFiveMinutesAutumn = lines(
  '"C","Real-Time Five Minute LMPs (Final)"',
  '"C","Filename: lmp_5min_20241103_00-04.csv"',
  '"H","Location ID","Local Time","Energy Component","Congestion Component","Loss Component","LMP"',
  '"H","Number","String","Number","Number","Number","Number"',
  '"D","4000","00:55:00",20,0,0,20.25',
  ...isoNeQuarterTo.map((time, i) => `"D","4000","${time}",21,0,0,${21 + i / 8}`),
  ...isoNeQuarterTo.map((time, i) => `"D","4000","${time}",-6,0,0,${i === 0 ? "-6.75" : 30 + i / 8}`),
  '"D","4000","02:00:00",40,0,0,40.5',
  '"T","26"',
);

export const isoNeSheetAutumn = lines(
  "Date,Hr_End,DA_Demand,DA_LMP,RT_LMP",
  "2025-11-02,01,2500,30.5,31",
  "2025-11-02,02,2480,33.5,34",
  "2025-11-02,02X,2460,-2.25,32",
  "2025-11-02,03,2450,31.5,33",
);

export const smardAutumn = lines(
  "\ufeffDatum von;Datum bis;Deutschland/Luxemburg [€/MWh] Originalauflösungen;∅ Anrainer DE/LU [€/MWh] " +
    "Originalauflösungen;Belgien [€/MWh] Originalauflösungen",
  "29.10.2023 01:00;29.10.2023 02:00;0,96;20,08;-",
  "29.10.2023 02:00;29.10.2023 03:00;12,01;11,42;-",
  "29.10.2023 02:00;29.10.2023 03:00;-3,25;12,57;4,5",
  "29.10.2023 03:00;29.10.2023 04:00;1.014,07;13,47;5,5",
);

export const energiDataServiceDay = lines(
  "HourUTC;HourDK;PriceArea;SpotPriceDKK;SpotPriceEUR",
  "2022-10-30 02:00;2022-10-30 03:00;DK2;978,750000;131,570007",
  "2022-10-30 01:00;2022-10-30 02:00;DK2;1102,079956;-148,149994",
  "2022-10-30 00:00;2022-10-30 02:00;DK2;1090,329956;146,570007",
);

export const emberDay = lines(
  "Country,ISO3 Code,Datetime (UTC),Datetime (Local),Price (EUR/MWhe)",
  "Spain,ESP,2024-10-27 00:00:00,2024-10-27 02:00:00,50.09",
  "Spain,ESP,2024-10-27 01:00:00,2024-10-27 02:00:00,-47.5",
  "Spain,ESP,2024-10-27 02:00:00,2024-10-27 03:00:00,43.25",
);

export const energyChartsDay = lines(
  "\ufeffDate (GMT+1),Non-Renewable,Renewable,Day Ahead Auction (DE-LU)",
  ',Power (MW),Power (MW),"Price (EUR/MWh, EUR/tCO2)"',
  "2025-01-01T00:00+01:00,12487.84518,42314.57554,22.16",
  "2025-01-01T01:00+01:00,12480.85784,43213.07543,-31.6",
  "2025-01-01T02:00+01:00,11862.01982,43761.44446,20",
);

export const sppOld = lines(
  "Interval,GMTIntervalEnd,Settlement Location,Pnode,LMP,MLC,MCC,MEC",
  "11/03/2024 01:00:00,11/03/2024 06:00:00,SPPNORTH_HUB,SPPNORTH_HUB,18.25,0,0,18.25",
  "11/03/2024 02:00:00,11/03/2024 07:00:00,SPPNORTH_HUB,SPPNORTH_HUB,-15.26,0,0,-15.26",
  "11/03/2024 02:00:00,11/03/2024 08:00:00,SPPNORTH_HUB,SPPNORTH_HUB,17.5,0,0,17.5",
);

export const entsoeCsvAutumn = lines(
  '"MTU (CET/CEST)","Area","Sequence","Day-ahead Price (EUR/MWh)","Intraday Period (CET/CEST)"',
  '"27/10/2024 01:00:00 (CEST) - 27/10/2024 02:00:00 (CEST)","BZN|DE-LU","Without Sequence","61.5",""',
  '"27/10/2024 02:00:00 (CEST) - 27/10/2024 02:00:00 (CET)","BZN|DE-LU","Without Sequence","62.5",""',
  '"27/10/2024 02:00:00 (CET) - 27/10/2024 03:00:00 (CET)","BZN|DE-LU","Without Sequence","-0.01",""',
  '"27/10/2024 03:00:00 (CET) - 27/10/2024 04:00:00 (CET)","BZN|DE-LU","Without Sequence","64.5",""',
);

const point = (position: number, price: number): string =>
  `<Point><position>${position}</position><price.amount>${price}</price.amount></Point>`;
export const entsoeXmlDocument = lines(
  '<?xml version="1.0" encoding="utf-8"?>',
  '<Publication_MarketDocument xmlns="urn:iec62325.351:tc57wg16:451-3:publicationdocument:7:3">',
  "  <mRID>abc</mRID><type>A44</type>",
  "  <period.timeInterval><start>2024-10-26T22:00Z</start><end>2024-10-27T23:00Z</end></period.timeInterval>",
  "  <TimeSeries>",
  "    <mRID>1</mRID><auction.type>A01</auction.type><in_Domain.mRID " +
    'codingScheme="A01">10Y1001A1001A82H</in_Domain.mRID>',
  "    " +
    "<currency_Unit.name>EUR</currency_Unit.name><price_Measure_Unit.name>MWH</price_Measure_Unit.name>" +
    "<curveType>A03</curveType>",
  "    <Period>",
  "      " +
    "<timeInterval><start>2024-10-26T22:00Z</start><end>2024-10-27T03:00Z</end></timeInterval><resolution>" +
    "PT60M</resolution>",
  `      ${point(1, 61.5)}`,
  `      ${point(3, -2.5)}`,
  `      ${point(4, 64.5)}`,
  "    </Period>",
  "  </TimeSeries>",
  "</Publication_MarketDocument>",
);

export const nordPoolAutumn = lines(
  "Delivery Start (CET);Delivery End (CET);SE3 Price (EUR);FI Price (EUR)",
  "27.10.2024 01:00:00;27.10.2024 02:00:00;12,5;20",
  "27.10.2024 02:00:00;27.10.2024 03:00:00;-1,25;21,5",
  "27.10.2024 02:00:00;27.10.2024 03:00:00;13;22,5",
  "27.10.2024 03:00:00;27.10.2024 04:00:00;1014,07;23,5",
);

export const aemoRegionDay = lines(
  "REGION,SETTLEMENTDATE,TOTALDEMAND,RRP,PERIODTYPE",
  "NSW1,2024/02/29 23:55:00,7123.44,-32.5,TRADE",
  "NSW1,2024/03/01 00:00:00,7100.12,55.01,TRADE",
  "NSW1,2024/03/01 00:05:00,7090.80,15100,TRADE",
);

export const aemoDispatch = lines(
  "C,NEMP.WORLD,DISPATCHIS,AEMO,PUBLIC,2024/02/29,23:55:05,0000000411111111,DISPATCHIS,0000000411111110",
  "I,DISPATCH,CASE_SOLUTION,2,SETTLEMENTDATE,RUNNO,INTERVENTION",
  'D,DISPATCH,CASE_SOLUTION,2,"2024/02/29 23:55:00",1,0',
  "I,DISPATCH,PRICE,4,SETTLEMENTDATE,RUNNO,REGIONID,DISPATCHINTERVAL,INTERVENTION,RRP,EEP",
  'D,DISPATCH,PRICE,4,"2024/02/29 23:55:00",1,VIC1,20240229240,0,-41.25,0',
  'D,DISPATCH,PRICE,4,"2024/02/29 23:55:00",1,VIC1,20240229240,1,-45,0',
  'D,DISPATCH,PRICE,4,"2024/03/01 00:00:00",1,VIC1,20240229241,0,12.5,0',
  "I,DISPATCH,REGIONSUM,5,SETTLEMENTDATE,RUNNO,REGIONID,TOTALDEMAND",
  'D,DISPATCH,REGIONSUM,5,"2024/02/29 23:55:00",1,VIC1,4890.1',
  'C,"END OF REPORT",10',
);

export const gridstatusAutumn = lines(
  "Time,Interval Start,Interval End,Market,Location,Location Type,LMP,Energy,Congestion,Loss",
  "2024-11-03 01:00:00-04:00,2024-11-03 01:00:00-04:00,2024-11-03 " +
    "02:00:00-04:00,DAY_AHEAD_HOURLY,CAPITL,Zone,22.5,22,0.5,0",
  "2024-11-03 01:00:00-05:00,2024-11-03 01:00:00-05:00,2024-11-03 " +
    "02:00:00-05:00,DAY_AHEAD_HOURLY,CAPITL,Zone,-23.5,-23,0.5,0",
  "2024-11-03 02:00:00-05:00,2024-11-03 02:00:00-05:00,2024-11-03 " +
    "03:00:00-05:00,DAY_AHEAD_HOURLY,CAPITL,Zone,24.5,24,0.5,0",
);

export const plainAutumn = lines(
  "timestamp,price_usd_per_mwh",
  "2024-11-03T01:00:00-05:00,25.5",
  "2024-11-03T01:00:00-06:00,-26.5",
  "2024-11-03T02:00:00-06:00,27.5",
);

export const marketTexts: readonly MarketText[] = [
  { market: "ercot-day-ahead", text: ercotDayAheadAutumn, options: {}, price: "-3.75" },
  { market: "ercot-real-time", text: ercotRealTimeAutumn, options: {}, price: "-13" },
  { market: "caiso", text: caisoDayAhead, options: {}, price: "-32.1" },
  { market: "pjm", text: pjmDayAhead, options: { minutes: 60, gaps: "omit" }, price: "-6.5" },
  { market: "miso", text: misoDay, options: { location: "ILLINOIS.HUB", date: "2024-03-10" }, price: "-2.5" },
  { market: "miso-real-time", text: misoFiveMinutes, options: { location: "ILLINOIS.HUB" }, price: "-3.5" },
  { market: "nyiso", text: nyisoAutumn, options: { location: "CAPITL" }, price: "-23.00" },
  { market: "iso-ne", text: isoNeAutumn, options: {}, price: "-2.25" },
  { market: "iso-ne-five-minutes", text: isoNeFiveMinutesAutumn, options: {}, price: "-6.75" },
  { market: "iso-ne-sheet", text: isoNeSheetAutumn, options: { price: "DA_LMP" }, price: "-2.25" },
  { market: "spp", text: sppOld, options: {}, price: "-15.26" },
  { market: "entsoe-csv", text: entsoeCsvAutumn, options: {}, price: "-0.01" },
  { market: "entsoe-xml", text: entsoeXmlDocument, options: {}, price: "-2.5" },
  { market: "nord-pool", text: nordPoolAutumn, options: { location: "SE3" }, price: "-1,25" },
  { market: "smard", text: smardAutumn, options: { location: "Deutschland/Luxemburg" }, price: "-3,25" },
  {
    market: "energi-data-service",
    text: energiDataServiceDay,
    options: { price: "SpotPriceEUR" },
    price: "-148,149994",
  },
  { market: "ember", text: emberDay, options: {}, price: "-47.5" },
  { market: "energy-charts", text: energyChartsDay, options: {}, price: "-31.6" },
  { market: "aemo-region", text: aemoRegionDay, options: {}, price: "-32.5" },
  { market: "aemo-mms", text: aemoDispatch, options: {}, price: "-41.25" },
  { market: "gridstatus", text: gridstatusAutumn, options: {}, price: "-23.5" },
  { market: "plain", text: plainAutumn, options: {}, price: "-26.5" },
];
