package dev.assay.evidence.drill;

import dev.assay.http.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Drills as they stand now, newest first. */
@ApplicationScoped
class Drills implements PanacheRepositoryBase<Drill, UUID> {

  List<Drill> page(PageRequest page) {
    return page.after(UUID::fromString)
        .map(last -> find("id < ?1 order by id desc", last))
        .orElseGet(() -> find("order by id desc"))
        .range(0, page.fetchSize() - 1)
        .list();
  }
}
