package dev.assay.tenants.msp;

import dev.assay.http.page.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class MspTransitions implements PanacheRepositoryBase<MspTransition, MspTransition.Key> {

  /** In the order in which they happened. */
  List<MspTransition> page(UUID msp, PageRequest request) {
    return find(
            "mspId = ?1 and number > ?2 order by number",
            msp,
            request.after(Integer::valueOf).orElse(0))
        .range(0, request.fetchSize() - 1)
        .list();
  }

  /** The number of the next one; whoever asks holds the MSP's row. */
  int nextNumber(UUID msp) {
    return (int) count("mspId", msp) + 1;
  }
}
