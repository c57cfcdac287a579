package dev.assay.tenants.msp;

import dev.assay.http.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class Msps implements PanacheRepositoryBase<Msp, UUID> {

  /** In the order of their creation, which is that of their ids. */
  List<Msp> page(PageRequest request) {
    return find("id > ?1 order by id", request.after(UUID::fromString).orElse(new UUID(0, 0)))
        .range(0, request.fetchSize() - 1)
        .list();
  }
}
