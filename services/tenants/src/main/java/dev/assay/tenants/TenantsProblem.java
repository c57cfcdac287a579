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
  TRANSFER_TARGET_UNKNOWN(
      422, "There is no such MSP", "Ask the other MSP, or the platform, for its id."),

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
      409, "This grant is already revoked", "Nothing is left to do; make a new grant if needed.");

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
