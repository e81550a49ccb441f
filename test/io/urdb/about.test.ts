import { describe, expect, it } from "vitest";
import { noticesAbout } from "../../../src/io/urdb/about.ts";
import { UrdbFields } from "../../../src/io/urdb/fields.ts";

describe("noticesAbout", () => {
  it("is silent on who and where, which it knows by name", () => {
    const urdb = new UrdbFields({
      label: "0",
      uri: "u",
      approved: true,
      is_default: false,
      eiaid: 7,
      sector: "Industrial",
      startdate: 1,
      supercedes: "1",
      phasewiring: "3-Phase",
      servicetype: "Bundled",
      usenetmetering: false,
      energyattrs: [],
      demandunits: "kW",
      dgrules: "",
    });
    expect(noticesAbout(urdb)).toEqual([]);
    expect(urdb.unread).toEqual([]);
  });

  // 1767225599 s after 1970 is the last second of 2025.
  it("tells what the user has to look after", () => {
    const urdb = new UrdbFields({
      enddate: 1_767_225_599,
      peakkwcapacitymin: 500,
      demandunits: "kVA",
      servicetype: "Delivery",
      fixedattrs: [{ Rider: "2 %" }],
      demandcomments: "see rider",
      usenetmetering: true,
    });
    expect(noticesAbout(urdb)).toEqual([
      "the rate ends on 2025-12-31.",
      'the rate is for customers of peakkwcapacitymin 500, demandunits "kVA": check that the site is one.',
      'servicetype "Delivery": the rate is only one part of the bill; the other part is not included.',
      'fixedattrs is not read, [{"Rider":"2 %"}]: add this charge yourself.',
      "comments that may name further charges, for you to read: demandcomments.",
    ]);
  });
});
