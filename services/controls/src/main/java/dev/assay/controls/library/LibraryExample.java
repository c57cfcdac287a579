package dev.assay.controls.library;

/** The examples that the OpenAPI document shows; a test reads them as what they stand for. */
final class LibraryExample {

  static final String LIBRARY =
      """
      {"current": "0.2",
       "licence": "Apache-2.0. Written in our own words.",
       "versions": [
         {"version": "0.2",
          "sha256": "f0e4c2f76c58916ec258f246851bea091d14d4247a2fc3e18694461b1816e13b",
          "controls": 72, "keyControls": 41,
          "domains": [{"domain": "AM", "title": "Access management", "controls": 18}],
          "frameworks": {"TSC-2017": 38},
          "note": "Thresholds are defaults."}]}
      """;

  static final String PAGE =
      """
      {"items": [
         {"controlId": "AM-01", "domain": "AM",
          "title": "New access is requested and approved before it is granted",
          "objective": "Only authorised people gain access to in-scope financial systems.",
          "nature": "MANUAL", "type": "PREVENTIVE", "frequency": "EVENT",
          "key": true, "risk": "HIGH"}],
       "nextCursor": null}
      """;

  static final String CONTROL =
      """
      {"controlId": "AM-01", "domain": "AM", "category": "Access management", "itgc": true,
       "title": "New access is requested and approved before it is granted",
       "objective": "Only authorised people gain access to in-scope financial systems.",
       "controlActivity": "A ticket names the user, system, role and business reason.",
       "nature": "MANUAL", "type": "PREVENTIVE", "frequency": "EVENT",
       "frequencyText": "event-driven (per occurrence)", "key": true, "risk": "HIGH",
       "whatCouldGoWrong": "Someone without a business need gets access.",
       "assertions": ["completeness", "accuracy"],
       "testOfDesign": ["Walk through one real instance end to end."],
       "testOfOperatingEffectiveness": ["Obtain the full population for the period."],
       "evidenceToRequest": ["User-add listing from each system for the period"],
       "sampleRule": "event-driven: annualise the population and use the nearest frequency band",
       "soxSections": ["SOX-404a"],
       "mappings": {"TSC-2017": ["CC6.2", "CC6.3"]},
       "insuranceTags": [], "reuseClass": "ADAPT",
       "reuseReason": "Same activity, but SOX needs the in-scope financial systems."}
      """;

  private LibraryExample() {}
}
