package dev.assay.tenants.person;

import dev.assay.http.page.Page;
import dev.assay.http.page.PageRequest;
import dev.assay.tenants.provisioning.ProvisioningStatus;
import dev.assay.tenants.provisioning.Provisionings;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** People as they are shown, with their state and their account's, in three statements a page. */
@ApplicationScoped
public class PersonViews {

  private final PersonStates states;
  private final Provisionings provisionings;

  PersonViews(PersonStates states, Provisionings provisionings) {
    this.states = states;
    this.provisionings = provisionings;
  }

  /** One person, as they stand now. */
  public PersonResponse one(Person person) {
    return all(List.of(person)).getFirst();
  }

  Page<PersonResponse> page(List<Person> people, PageRequest request) {
    return Page.of(all(people), request, shown -> shown.id().toString(), shown -> shown);
  }

  private List<PersonResponse> all(List<Person> people) {
    Map<UUID, Instant> idleSince =
        people.stream().collect(Collectors.toMap(Person::id, person -> person.createdAt));
    Map<UUID, PersonTransition> last = states.last(idleSince.keySet());
    Map<UUID, ProvisioningStatus> statuses = provisionings.of(idleSince);
    return people.stream()
        .map(person -> PersonResponse.of(person, last.get(person.id), statuses.get(person.id)))
        .toList();
  }
}
