package dev.assay.tenants.system;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.TimeBasedEpochGenerator;
import dev.assay.http.page.PageRequest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What happened to the client's systems, in one order without gaps. */
@ApplicationScoped
class SystemChanges {

  private final EntityManager entities;
  private final TimeBasedEpochGenerator ids = Generators.timeBasedEpochGenerator();

  SystemChanges(EntityManager entities) {
    this.entities = entities;
  }

  /** Writes it as the next; the caller has taken its turn. */
  SystemChange add(UUID systemId, @Nullable Long version, SystemChange.Happening what, Actor by) {
    long position =
        entities
            .createQuery("select coalesce(max(c.position), 0L) + 1 from SystemChange c", Long.class)
            .getSingleResult();
    var change = new SystemChange(ids.generate(), position, systemId, version, what, by);
    entities.persist(change);
    entities.flush();
    return change;
  }

  List<SystemChange> page(long after, PageRequest request) {
    return entities
        .createQuery(
            "from SystemChange where position > :after order by position", SystemChange.class)
        .setParameter("after", request.after(Long::valueOf).orElse(after))
        .setMaxResults(request.fetchSize())
        .getResultList();
  }

  Optional<SystemChange> find(UUID changeId) {
    return Optional.ofNullable(entities.find(SystemChange.class, changeId));
  }
}
