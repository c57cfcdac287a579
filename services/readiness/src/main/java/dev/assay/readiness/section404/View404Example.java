package dev.assay.readiness.section404;

/** A whole view for the API's documentation; a test checks that the code answers just this. */
final class View404Example {

  static final String JSON =
      """
      {
        "clientId": "01937f6e-0000-7000-8000-0000000000c1",
        "fiscalYear": 2026,
        "asOf": "2026-11-23T09:30:00Z",
        "fiscalYearEnd": "2026-12-31",
        "state": "CANNOT_CONCLUDE",
        "headline": "Management cannot conclude yet on internal control over financial \
      reporting as of 31 December 2026: 4 points are open, 1 material weakness among them.",
        "blockers": [{
          "code": "KEY_CONTROL_UNTESTED",
          "title": "Key control was fixed and waits for its re-test",
          "controlId": "AM-05",
          "controlTitle": "Privileged application access is restricted and justified",
          "owner": {
            "personId": "01937f6e-0000-7000-8000-0000000000d1",
            "displayName": "Demo Control Owner"
          },
          "dueOn": "2026-11-20",
          "overdue": true
        }, {
          "code": "KEY_CONTROL_UNTESTED",
          "title": "Key control not tested yet",
          "controlId": "CM-01",
          "controlTitle": "Changes are recorded, authorised and approved before deployment",
          "owner": null,
          "dueOn": null,
          "overdue": false
        }, {
          "code": "OPEN_MW",
          "title": "A material weakness was fixed here, but not yet re-tested",
          "controlId": "AM-05",
          "controlTitle": "Privileged application access is restricted and justified",
          "owner": {
            "personId": "01937f6e-0000-7000-8000-0000000000d1",
            "displayName": "Demo Control Owner"
          },
          "dueOn": "2026-11-20",
          "overdue": true
        }, {
          "code": "SCOPING_NOT_APPROVED",
          "title": "Nobody has approved which systems and controls are in scope",
          "controlId": null,
          "controlTitle": null,
          "owner": null,
          "dueOn": null,
          "overdue": false
        }],
        "blockerCounts": {
          "KEY_CONTROL_UNTESTED": 2,
          "OPEN_MW": 1,
          "SCOPING_NOT_APPROVED": 1
        },
        "score": {
          "value": 50.0,
          "sumWeights": 13.5,
          "sumWeighted": 6.75,
          "terms": [{
            "controlId": "AM-04",
            "status": "EFFECTIVE",
            "key": true,
            "risk": "HIGH",
            "keyFactor": 3,
            "riskFactor": 1.5,
            "weight": 4.5,
            "value": 1,
            "contribution": 4.5
          }, {
            "controlId": "AM-05",
            "status": "REMEDIATED_AWAITING_RETEST",
            "key": true,
            "risk": "HIGH",
            "keyFactor": 3,
            "riskFactor": 1.5,
            "weight": 4.5,
            "value": 0.5,
            "contribution": 2.25
          }, {
            "controlId": "CM-01",
            "status": "NOT_STARTED",
            "key": true,
            "risk": "HIGH",
            "keyFactor": 3,
            "riskFactor": 1.5,
            "weight": 4.5,
            "value": 0,
            "contribution": 0.0
          }],
          "leftOut": []
        },
        "ruleSet": {
          "id": "readiness-1",
          "effectiveFrom": "2004-11-15",
          "source": "States and blockers: Regulation S-K Item 308(a)(3), AS 2201.62-.70. \
      Weights and values: Assay policy (rulebook section 9). A control without occurrences is \
      never effective (rulebook 5.1); a status is that of the last conclusion that a reviewer \
      signed off (rulebook 5.9). In force since the first management reports on ICFR were due \
      (fiscal years ending on or after 15 November 2004).",
          "keyFactor": 3,
          "otherFactor": 1,
          "riskFactor": {
            "HIGH": 1.5,
            "LOW": 0.5,
            "MEDIUM": 1
          },
          "value": {
            "CONTROL_DEFICIENCY": 0.5,
            "DESIGNED": 0.4,
            "DID_NOT_OPERATE": 0,
            "EFFECTIVE": 1,
            "INCONCLUSIVE": 0,
            "INEFFECTIVE": 0,
            "MATERIAL_WEAKNESS": 0,
            "NOT_IMPLEMENTED": 0,
            "NOT_STARTED": 0,
            "REMEDIATED_AWAITING_RETEST": 0.5,
            "SIGNIFICANT_DEFICIENCY": 0.2
          },
          "leftOut": [ "NOT_APPLICABLE" ],
          "untestedWhenKey": [ "DESIGNED", "NOT_IMPLEMENTED", "NOT_STARTED", "INCONCLUSIVE", \
      "DID_NOT_OPERATE", "REMEDIATED_AWAITING_RETEST" ]
        },
        "inputs": {
          "fiscalYearEnd": "--12-31",
          "timeZone": "America/New_York",
          "controls": [{
            "controlId": "AM-04",
            "title": "Periodic user access review",
            "status": "EFFECTIVE",
            "key": true,
            "risk": "HIGH",
            "earlierSeverity": null,
            "awaitingReview": false,
            "ownerPersonId": null,
            "dueOn": null,
            "conclusionId": null
          }, {
            "controlId": "AM-05",
            "title": "Privileged application access is restricted and justified",
            "status": "REMEDIATED_AWAITING_RETEST",
            "key": true,
            "risk": "HIGH",
            "earlierSeverity": "MATERIAL_WEAKNESS",
            "awaitingReview": false,
            "ownerPersonId": "01937f6e-0000-7000-8000-0000000000d1",
            "dueOn": "2026-11-20",
            "conclusionId": "01937f6e-0000-7000-8000-0000000000e1"
          }, {
            "controlId": "CM-01",
            "title": "Changes are recorded, authorised and approved before deployment",
            "status": "NOT_STARTED",
            "key": true,
            "risk": "HIGH",
            "earlierSeverity": null,
            "awaitingReview": false,
            "ownerPersonId": null,
            "dueOn": null,
            "conclusionId": null
          }],
          "programme": [{
            "code": "SCOPING_NOT_APPROVED",
            "state": "OPEN",
            "source": "controls"
          }, {
            "code": "VENDOR_SOC1_GAP",
            "state": "NOT_ASSESSED",
            "source": "vendors"
          }],
          "openMaterialWeaknessGroups": [],
          "sources": [{
            "service": "controls",
            "path": \
      "/v1/clients/01937f6e-0000-7000-8000-0000000000c1/years/2026/readiness-inputs",
            "readAt": "2026-11-23T09:30:00Z"
          }]
        }
      }
      """;

  private View404Example() {}
}
