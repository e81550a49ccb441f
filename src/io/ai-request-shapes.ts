/** Hourly requests to a service over one week, from a public trace. */
export interface RequestShape {
  readonly name: string;
  /** Start of the first of 168 hours. */
  readonly start: string;
  /** Mean of each hour, requests per minute. */
  readonly requestsPerMinute: readonly number[];
  /** Name this source wherever the figures are shown or passed on. */
  readonly attribution: string;
  readonly licence: string;
}

const attribution =
  "Microsoft, AzurePublicDataset (AzureLLMInferenceDataset2024); digitised from the published plot, the " +
  "week's sum within 0.6 % of the data set's rows";
const licence = "CC-BY-4.0";

/**
 * A coding assistant, Friday 10 to Thursday 16 May 2024. A weekday's trough is 0.1 of its peak, and a weekend's peak is
 * a quarter of a weekday's.
 */
export const azureCoding: RequestShape = {
  name: "LLM inference, coding (Azure, May 2024)",
  start: "2024-05-10T00:00:00Z",
  requestsPerMinute: [
    1292, 1312, 1118, 961, 768, 647, 551, 493, 430, 482, 501, 685, 1258, 2002, 2999, 3268, 2993, 3426, 3511, 3691, 3414,
    2532, 1848, 1249, 1005, 923, 805, 785, 641, 527, 442, 314, 242, 198, 163, 286, 448, 609, 722, 801, 871, 983, 1060,
    1017, 940, 858, 976, 805, 804, 855, 765, 741, 628, 506, 405, 258, 207, 208, 215, 253, 378, 478, 630, 733, 791, 797,
    929, 952, 1086, 1125, 1037, 1036, 1107, 1125, 1101, 964, 830, 650, 539, 531, 489, 487, 491, 773, 1346, 2498, 3416,
    3830, 3644, 4138, 4546, 4695, 4331, 3324, 2551, 1824, 1686, 1758, 1561, 1080, 865, 713, 594, 472, 456, 532, 569,
    875, 1589, 2974, 4096, 4033, 3593, 4543, 4990, 4937, 4405, 3141, 2353, 1792, 1663, 1506, 1389, 1218, 930, 730, 666,
    528, 508, 472, 592, 857, 1589, 2720, 3513, 3907, 3981, 4361, 4931, 5075, 4839, 3397, 2201, 1804, 1529, 1372, 1443,
    1117, 884, 766, 694, 548, 515, 536, 566, 892, 1698, 2571, 3717, 3842, 3767, 4353, 4779, 4819, 4232, 3111, 2186,
    1730,
  ],
  attribution,
  licence,
};

/**
 * Conversation, Sunday 12 to Saturday 18 May 2024. A weekday's trough is half its peak, and its peaks follow three
 * continents.
 */
export const azureConversation: RequestShape = {
  name: "LLM inference, conversation (Azure, May 2024)",
  start: "2024-05-12T00:00:00Z",
  requestsPerMinute: [
    1513, 1587, 1512, 1340, 1270, 1306, 1345, 1536, 1533, 1493, 1481, 1697, 1728, 2174, 2029, 2152, 1961, 2046, 2073,
    1912, 1851, 1809, 1718, 2106, 2660, 2975, 2931, 2415, 2484, 2680, 3079, 3249, 3420, 3179, 3130, 3330, 3587, 4060,
    4504, 4120, 3610, 3463, 3366, 3380, 3098, 2531, 2477, 2628, 2905, 3041, 3093, 2529, 2548, 2732, 3159, 3513, 3385,
    3394, 3143, 3497, 3925, 4185, 4469, 4138, 3831, 3606, 3834, 3510, 3135, 2801, 2405, 2311, 2723, 2910, 2754, 2290,
    2445, 2622, 3044, 3220, 3279, 3323, 3007, 3203, 3658, 4008, 4062, 3850, 3446, 3304, 3435, 3219, 2823, 2129, 2091,
    2304, 2692, 3101, 2957, 2473, 2424, 2732, 3289, 3470, 3739, 3549, 2838, 2997, 3419, 3997, 4103, 3612, 3365, 3371,
    3299, 3004, 2661, 2363, 2098, 2383, 2825, 2966, 2851, 2339, 2462, 2736, 3031, 3284, 3197, 3182, 2832, 2867, 3222,
    3491, 3468, 3280, 3026, 2953, 2605, 2462, 2308, 1940, 1593, 1552, 1584, 1661, 1729, 1413, 1411, 1500, 1525, 1674,
    1750, 1536, 1741, 1892, 2084, 2071, 2300, 2305, 2189, 2037, 1856, 1764, 1868, 1725, 1558, 1446,
  ],
  attribution,
  licence,
};
