package dev.assay.tenants.client;

import dev.assay.http.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

@ApplicationScoped
class ClientTransitions implements PanacheRepositoryBase<ClientTransition, Integer> {

  /** In the order in which they happened. */
  List<ClientTransition> page(PageRequest request) {
    return find("number > ?1 order by number", request.after(Integer::valueOf).orElse(0))
        .range(0, request.fetchSize() - 1)
        .list();
  }

  /** The number of the next one; whoever asks holds the client's row. */
  int nextNumber() {
    return (int) count() + 1;
  }
}
