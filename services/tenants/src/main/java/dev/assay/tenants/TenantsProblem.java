package dev.assay.tenants;

import dev.assay.http.problem.ProblemCatalog;
import dev.assay.http.problem.ProblemType;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The problems that only this service answers with. */
public enum TenantsProblem implements ProblemType {
  IDENTIFIER_TAKEN(
      409,
      "Another client of this MSP has this identifier",
      "Search the clients by it; withdraw it there if it is wrong there."),
  IDENTIFIER_WITHDRAWN(
      409, "This identifier is already withdrawn", "Nothing is left to do; add it anew if needed."),
  CLIENT_MOVE_IMPOSSIBLE(
      409,
      "This state does not follow the client's present one",
      "Go through the states between; what is CLOSED stays closed."),
  CLIENT_MOVE_NOT_YOURS(
      403,
      "Your roles do not decide this move",
      "Ask somebody in one of the roles that the detail names."),
  ONBOARDING_INCOMPLETE(
      409,
      "The client's onboarding is not complete",
      "Bring about each item that errors lists, then try again; readOnboarding shows them all."),
  MSP_MOVE_IMPOSSIBLE(
      409,
      "This state does not follow the MSP's present one",
      "Suspend an MSP before closing it; what is CLOSED stays closed."),
  MSP_HAS_OPEN_CLIENTS(
      409,
      "The MSP still works for clients",
      "Close its clients, or transfer them to another MSP, then close it."),
  IMPORT_HEADER_UNUSABLE(
      422,
      "The first line of this CSV is not a usable header",
      "Name each column once: type, key, and the paths of the fields, such as client.legalName."),
  IMPORT_ROW_CONTRADICTS(
      409,
      "This row says otherwise than what is known",
      "An import adds and never changes: correct the row, or change what is there by itself."),
  IMPORT_CLIENT_UNKNOWN(
      422, "No client is known by this key", "Put the client's own row above those of its people."),
  IMPORT_IN_PROGRESS(
      409,
      "This import is running elsewhere",
      "Read it until it is finished; the same request then repeats its answer."),
  TRANSFER_OPEN(
      409,
      "The client has a transfer that is not decided",
      "List the client's transfers; withdraw the open one, or let it be decided."),
  TRANSFER_ENDED(
      409,
      "This transfer does not wait for that decision",
      "Read the transfer for its current status."),
  TRANSFER_NOT_ACCEPTED(
      409,
      "The receiving MSP has not accepted this transfer",
      "Wait for an admin of that MSP to accept it."),
  TRANSFER_LEAVES_OWNERS(
      409,
      "A system of the client is owned by somebody of the MSP that it leaves",
      "Name another owner for each such system, then approve again."),
  TRANSFER_TARGET_UNKNOWN(
      422, "There is no such MSP", "Ask the other MSP, or the platform, for its id."),

  SYSTEM_NAME_TAKEN(
      409,
      "A system of this name is already in scope",
      "Change the one that is there, or give this one a name that tells them apart."),
  SYSTEM_RESTS_ON_ITSELF(
      409,
      "A system cannot rest on itself, through others neither",
      "Leave out one of the relations that lead back to the system."),
  SYSTEM_RETIRED(
      409,
      "This system has left scope",
      "Put it anew, as it is, to propose that it comes back into scope."),
  SYSTEM_PROPOSED_BY_CALLER(
      403, "Nobody decides on what they proposed", "Ask another person who may approve systems."),
  SYSTEM_NOT_PROPOSED(
      409,
      "This version does not wait for a decision",
      "Read the system's versions: this one is decided, or was never proposed by anybody on record."),
  PERSON_ALREADY_KNOWN(
      409,
      "This subject is already a person here",
      "Use the person that is there; list the people to find it."),
  GRANT_BEYOND_OWN_ROLE(
      403,
      "Your roles do not let you decide on this role here",
      "Ask somebody whose role may grant, approve or revoke it; nobody grants above their own"
          + " role."),
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
  RULE_SET_NAME_TAKEN(
      409,
      "There is a rule set of this name",
      "Read the one that is there, or give this one a name of its own."),
  RULE_SET_NOT_PENDING(
      409,
      "This rule set is not pending",
      "Read it for what was decided; enter new rules under a new name."),
  RULE_SET_NEEDS_ANOTHER_OPERATOR(
      403,
      "Rules are adopted by somebody who did not enter them",
      "Ask another platform operator to compare them with their source and to adopt them."),
  NO_RULES_IN_FORCE(
      422,
      "No rules are known for the end of this fiscal year",
      "List the rule sets to see from when on they answer."),
  PERSON_DISABLED(
      409,
      "This person is disabled",
      "Reinstate the person first, with a reason; their grants are then made anew."),
  PERSON_NOT_DISABLED(409, "This person is active", "Nothing is left to do."),
  PERSON_OF_ANOTHER_PLACE(
      409,
      "This person belongs to the MSP",
      "Decide on the MSP's people at the MSP; a client decides on its own."),
  INVITATION_ALREADY_OPEN(
      409,
      "This address is already invited here",
      "Send the open invitation again, or withdraw it first."),
  INVITATION_ENDED(
      409,
      "This invitation has ended",
      "Read the invitation for how it ended; invite anew if that is still wanted."),
  GRANT_ENDED(
      409, "This grant has ended by itself", "Nothing is left to do; make a new grant if needed."),
  GRANT_NOT_EXTENDABLE(
      409,
      "This grant cannot be extended",
      "Extend a grant that ends, that was approved and not revoked, and that nobody has extended;"
          + " otherwise make a new grant."),
  SERVICE_ACCOUNT_UNOWNED(
      409,
      "Nobody answers for this service account",
      "Name the person of the MSP who answers for it, then grant it the role."),
  BREAK_GLASS_RESTS(
      409,
      "You have broken the glass at this client not long ago",
      "Wait until the rest is over, or ask the MSP to show you what you need; another operator may"
          + " break the glass in their own name."),
  BREAK_GLASS_OVER(
      409, "This access is over already", "Nothing is left to do; it stays in the list for good."),
  BREAK_GLASS_ACKNOWLEDGED(
      409, "Somebody of the MSP has acknowledged it already", "Nothing is left to do."),
  ACCESS_REVIEW_OPEN(
      409,
      "A review of this access is open",
      "Finish the open review; a new one can take its place once it is overdue."),
  ACCESS_REVIEW_CLOSED(
      409,
      "This review is closed",
      "Nothing in it changes any more; open a new review for what has changed since."),
  ACCESS_REVIEW_LINE_DECIDED(
      409,
      "A line of this review is decided already",
      "Leave out the lines that are decided; a decision stands for good."),
  ACCESS_REVIEW_UNDECIDED(
      409,
      "Lines of this review are still undecided",
      "Decide every line first; list the lines that are not decided."),
  REVIEWER_NOT_INDEPENDENT(
      403,
      "You are too close to a line to decide on it",
      "Leave it to somebody else: nobody reviews their own access, nor access that they gave or"
          + " approved themselves while another person may decide."),
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
