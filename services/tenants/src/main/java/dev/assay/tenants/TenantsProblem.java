package dev.assay.tenants;

import dev.assay.http.problem.ProblemCatalog;
import dev.assay.http.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The problems that only this service answers with. */
public enum TenantsProblem implements ProblemType {
  SYSTEM_NAME_TAKEN(
      409,
      "A system of this name is already in scope",
      "Change the one that is there, or give this one a name that tells them apart."),
  PERSON_ALREADY_KNOWN(
      409,
      "This subject is already a person here",
      "Use the person that is there; list the people to find it."),
  GRANT_BEYOND_OWN_ROLE(
      403,
      "Your roles do not let you decide on this role here",
      "Ask somebody whose role may grant, approve or revoke it; nobody grants above their own role."),
  GRANT_CONCERNS_CALLER(
      403,
      "Nobody decides on their own access",
      "Ask another person who may do it; a grant is approved by somebody who did not make it."),
  ROLE_NOT_FOR_PERSON(
      422,
      "This role cannot be given to this person here",
      "Give MSP roles to the MSP's people, client roles to the client's people, and INTEGRATION to"
          + " service accounts at a client."),
  INDEPENDENCE_BROKEN(
      409,
      "Nobody works both for an MSP and for its clients",
      "Choose somebody who never held a role on the other side."),
  GRANT_NOT_PENDING(
      409, "This grant does not wait for an approval", "Read the grant for its current status."),
  GRANT_ALREADY_REVOKED(
      409, "This grant is already revoked", "Nothing is left to do; make a new grant if needed."),
  YEAR_END_IN_FISCAL_CALENDAR(
      409,
      "The year end changes only in the fiscal calendar",
      "Record a change or a correction of the fiscal calendar; it keeps the history and shows the"
          + " transition period."),
  FISCAL_CALENDAR_UNCHANGED(
      422, "The fiscal years would stay as they are", "Read the calendar; nothing is left to do."),
  FISCAL_CHANGE_OUT_OF_ORDER(
      409,
      "Changes of year end follow each other in time",
      "Let a change begin after the last one, and not before that has begun itself; a correction"
          + " replaces what is recorded from its day on."),
  FISCAL_CHANGE_CUTS_YEAR(
      422,
      "Fiscal years would overlap or leave a gap",
      "Let the rule begin on the first day of a fiscal year; the detail names the nearest ones."),
  FISCAL_CHANGE_TOO_LATE(
      422,
      "A year that ended before the decision stands as it was",
      "Let the change begin with the year that was running when it was determined, or later"
          + " (17 CFR 240.13a-10(a))."),
  FISCAL_TRANSITION_TOO_LONG(
      422,
      "A transition period is shorter than twelve months",
      "Let the rule begin with another fiscal year, or choose another year end (17 CFR"
          + " 240.13a-10(a))."),
  FISCAL_YEAR_LABEL_TAKEN(
      422,
      "Two fiscal years would have one label",
      "Let the rule begin with another fiscal year; labels are never given twice."),
  FISCAL_YEAR_AUDIT_CONCLUDED(
      409,
      "The audit of a fiscal year concluded that this would change",
      "Begin after the last year whose audit concluded, or first correct when it did."),
  NO_SUCH_FISCAL_YEAR(
      404,
      "The client has no fiscal year of this label",
      "List the fiscal years; a change of year end leaves some numbers to a transition period.");

  private final int status;
  private final String title;
  private final String remedy;

  TenantsProblem(int status, String title, String remedy) {
    this.status = status;
    this.title = title;
    this.remedy = remedy;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public String title() {
    return title;
  }

  @Override
  public String remedy() {
    return remedy;
  }

  @ApplicationScoped
  static class Catalog implements ProblemCatalog {
    @Override
    public List<? extends ProblemType> types() {
      return List.of(TenantsProblem.values());
    }
  }
}
