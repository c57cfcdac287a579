package dev.assay.tenants.system;

import dev.assay.http.problem.CommonProblem;
import dev.assay.http.problem.FieldError;
import dev.assay.http.problem.ProblemException;
import dev.assay.tenancy.grant.Caller;
import dev.assay.tenancy.permission.Role.Side;
import dev.assay.tenants.TenantsProblem;
import dev.assay.tenants.person.People;
import dev.assay.tenants.person.Person;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a version of a system must keep to that its request alone does not show. */
@ApplicationScoped
class ProposalRules {

  private final InScopeSystems systems;
  private final People people;
  private final Caller caller;

  ProposalRules(InScopeSystems systems, People people, Caller caller) {
    this.systems = systems;
    this.people = people;
    this.caller = caller;
  }

  /**
   * Ends the request when the content cannot be.
   *
   * @param systemId the system, null while it has none
   * @param at where the request holds the content, for its pointers: empty, or {@code /system}
   */
  void require(@Nullable UUID systemId, SystemContent content, String at) {
    if (content.description().vendorId() != null && content.description().vendorName() == null) {
      throw ProblemException.invalid(at + "/vendorName", "Name the vendor whose record this is.");
    }
    requireKnown(content, at);
    Set<UUID> restsOn = content.restsOn();
    if (systemId != null
        && !restsOn.isEmpty()
        && systems.restsOn().leadsBackTo(systemId, restsOn)) {
      throw ProblemException.of(
          TenantsProblem.SYSTEM_RESTS_ON_ITSELF,
          restsOn.contains(systemId)
              ? "It names itself among the systems that it rests on."
              : "One of the systems that it would rest on rests on it already.");
    }
  }

  private void requireKnown(SystemContent content, String at) {
    Set<UUID> unknown = systems.unknown(content.restsOn());
    List<FieldError> errors = new ArrayList<>();
    if (unknown.stream().anyMatch(content.runsOn()::contains)) {
      errors.add(new FieldError(at + "/runsOn", "One of these is no system of this client."));
    }
    if (unknown.stream().anyMatch(content.storesDataIn()::contains)) {
      errors.add(new FieldError(at + "/storesDataIn", "One of these is no system of this client."));
    }
    if (!errors.isEmpty()) {
      throw ProblemException.of(
          CommonProblem.INVALID_REQUEST, "A system rests on others of the same client.", errors);
    }
  }

  /**
   * The client or the MSP that the owner is a person of; null without an owner.
   *
   * @throws ProblemException 400 when there is no such person here, or it is no human being
   */
  @Nullable UUID scopeOfOwner(UUID clientId, SystemContent content, String at) {
    UUID owner = content.description().ownerPersonId();
    if (owner == null) {
      return null;
    }
    Person person =
        people
            .findByIdOptional(owner)
            .orElseThrow(
                () -> ProblemException.invalid(at + "/ownerPersonId", "No such person here."));
    if (person.kind() != Person.Kind.PERSON) {
      throw ProblemException.invalid(
          at + "/ownerPersonId", "A service account answers for nothing; name a person.");
    }
    return person.side() == Side.CLIENT ? clientId : caller.grant().mspId();
  }
}
