package dev.assay.tenants.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Who is known already, and making others known, for features that bring in people. */
@ApplicationScoped
public class KnownPeople {

  private final People people;
  private final RegisterPerson register;

  KnownPeople(People people, RegisterPerson register) {
    this.people = people;
    this.register = register;
  }

  /** The person of this client, or of the MSP itself when there is no client, by their subject. */
  public Optional<Person> find(@Nullable UUID client, String subject) {
    return client == null
        ? people.find("subject = ?1 and clientId is null", subject).firstResultOptional()
        : people.find("subject = ?1 and clientId = ?2", subject, client).firstResultOptional();
  }

  /** Makes somebody known, with an event; they have no role yet. */
  public Person register(UUID msp, @Nullable UUID client, PersonRequest request) {
    return register.at(msp, client, request);
  }
}
